package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonKind;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Shown;
import dev.writ.core.model.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of tools of a policy set (language reference, section 10): tells which request a
 * call is, and nothing else of it. Nothing is guessed: a call that no binding fits is refused.
 *
 * <p>The first fault is the one that is told, in this order: tool, arguments that are not listed,
 * resource, arguments that are placed, sources, digest.
 *
 * <p>Immutable, thread-safe.
 */
public final class ToolBindings {

  private final Schema schema;
  private final Map<String, List<ToolBinding>> byTool = new HashMap<>();

  /** The bindings of this policy set. */
  public ToolBindings(PolicySet policies) {
    schema = policies.schema();
    for (ToolBinding tool : policies.tools()) {
      byTool.computeIfAbsent(tool.tool(), name -> new ArrayList<>()).add(tool);
    }
  }

  /**
   * The request that a call is.
   *
   * @param authority the state whose sessions tell resources
   * @throws RefusedToolCallException if no binding fits the call, or the tool is another than the
   *     one that was pinned
   */
  public ToolRequest resolve(ToolCall call, AuthoritySnapshot authority)
      throws RefusedToolCallException {
    ToolBinding binding = binding(call);
    Map<String, Json> arguments = arguments(call);
    Set<String> listed = binding.arguments();
    for (String name : arguments.keySet()) {
      if (!listed.contains(name)) {
        throw RefusedToolCallException.invalid(
            Shown.member(ToolRequest.ARGUMENTS, name), "the tool's binding lists no such argument");
      }
    }
    ToolResource resource = new ToolResource(call, arguments, authority);
    Request request = call.request(binding.action(), resource.of(binding.resource()));
    request = new ToolPlacing(binding, schema, arguments).place(request);
    request = new ToolSources(call, binding, arguments).tell(request);
    checkDigest(binding.digest(), call.toolDigest());
    return new ToolRequest(binding, request);
  }

  private ToolBinding binding(ToolCall call) throws RefusedToolCallException {
    for (ToolBinding tool : byTool.getOrDefault(call.tool(), List.of())) {
      if (tool.server() == null || tool.server().equals(call.server())) {
        return tool;
      }
    }
    String of = call.server() == null ? "" : " of " + Shown.text(call.server());
    throw RefusedToolCallException.invalid(
        "tool", "no binding says what tool " + Shown.text(call.tool()) + of + " asks for");
  }

  private static Map<String, Json> arguments(ToolCall call) throws RefusedToolCallException {
    Json arguments;
    try {
      arguments = call.arguments();
    } catch (JsonException e) {
      throw RefusedToolCallException.invalid(
          ToolRequest.ARGUMENTS, "not JSON: " + String.valueOf(e.getMessage()));
    }
    if (arguments instanceof Json.Obj object) {
      return object.members();
    }
    throw RefusedToolCallException.invalid(
        ToolRequest.ARGUMENTS, "an object is needed, found " + JsonKind.of(arguments));
  }

  private static void checkDigest(@Nullable String pinned, @Nullable String told)
      throws RefusedToolCallException {
    if (pinned != null && !pinned.equals(told)) {
      throw new RefusedToolCallException(
          ReasonCode.TOOL_CHANGED,
          "digest",
          told == null
              ? "the tool is pinned, and its digest was not told"
              : "the tool is pinned to another digest than " + Shown.text(told));
    }
  }
}
