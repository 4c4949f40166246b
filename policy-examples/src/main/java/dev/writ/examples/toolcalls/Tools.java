package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.ToolDigest;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tools as their server lists them now, by their digests. A policy that pins a tool denies a
 * call of it under another digest, and under none.
 *
 * @param digests the digest of each tool, by name
 */
record Tools(Map<String, String> digests) {

  Tools {
    digests = Map.copyOf(digests);
  }

  /** Those of a list of tools. */
  static Tools of(JsonNode list) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    for (JsonNode tool : list) {
      try {
        digests.put(tool.get("name").asText(), ToolDigest.of(tool.toString()));
      } catch (JsonException e) {
        throw new IOException(e);
      }
    }
    return new Tools(digests);
  }

  /** Those that policies pin, for cases that bring no list: nothing has changed since. */
  static Tools pinnedBy(Path policies) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    for (ToolBinding binding : WritCompiler.compile(policies).orThrow().tools()) {
      String digest = binding.digest();
      if (digest != null) {
        digests.put(binding.tool(), digest);
      }
    }
    return new Tools(digests);
  }
}
