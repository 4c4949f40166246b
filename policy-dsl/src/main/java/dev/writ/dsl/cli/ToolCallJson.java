package dev.writ.dsl.cli;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.ToolCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool with what the enforcement point knows of it, as JSON.
 *
 * <pre>{@code
 * {"server": "banking", "tool": "send_money", "arguments": {"amount": 5},
 *  "digest": "sha256:…", "principal": {"type": "Agent", "id": "bot"},
 *  "chain": [{"type": "User", "id": "ann"}], "session": "s1",
 *  "facts": {}, "sources": {"recipient": "user", "cc": ["user", "tool"]}}
 * }</pre>
 *
 * <p>In place of {@code tool} and {@code arguments} there may be a {@code call}, the request of the
 * Model Context Protocol: {@code {"method": "tools/call", "params": {"name", "arguments"}}}.
 */
final class ToolCallJson {
  private static final String ARGUMENTS = "arguments";
  private static final String METHOD = "tools/call";

  private ToolCallJson() {}

  /**
   * Reads a call.
   *
   * @throws InvalidValueException if it is not of that form; what the arguments hold does not
   *     matter
   */
  static ToolCall read(Json json) throws InvalidValueException {
    JsonFields fields = JsonFields.of(json, "");
    String server = fields.optionalText("server");
    Json message = fields.optional("call");
    ToolCall.Anonymous what =
        message == null
            ? called(server, fields.text("tool"), fields.optional(ARGUMENTS))
            : called(server, JsonFields.of(message, "call"));
    EntityId principal = JsonFields.entityId(fields.required("principal"), "principal");
    ToolCall call = what.by(principal).onBehalfOf(Assertions.chain(fields, "chain"));
    String session = fields.optionalText("session");
    call = session == null ? call : call.session(session);
    String digest = fields.optionalText("digest");
    call = digest == null ? call : call.toolDigest(digest);
    for (Map.Entry<String, Json> fact : fields.members("facts").entrySet()) {
      call = call.fact(fact.getKey(), fact.getValue());
    }
    for (Map.Entry<String, ToldSources> told : ToldSources.of(fields, "sources").entrySet()) {
      call =
          told.getValue().elementwise()
              ? call.sources(told.getKey(), told.getValue().sources())
              : call.source(told.getKey(), told.getValue().sources().get(0));
    }
    fields.end();
    return call;
  }

  private static ToolCall.Anonymous called(@Nullable String server, JsonFields message)
      throws InvalidValueException {
    message.optional("jsonrpc");
    message.optional("id");
    String method = message.text("method");
    if (!method.equals(METHOD)) {
      throw new InvalidValueException(
          message.place("method"),
          "`" + METHOD + "` is needed, found `" + Visible.of(method) + "`");
    }
    JsonFields params = JsonFields.of(message.required("params"), message.place("params"));
    message.end();
    params.optional("_meta");
    String tool = params.text("name");
    Json arguments = params.optional(ARGUMENTS);
    params.end();
    return called(server, tool, arguments);
  }

  private static ToolCall.Anonymous called(
      @Nullable String server, String tool, @Nullable Json arguments) {
    return ToolCall.of(server, tool, arguments == null ? Json.object().build() : arguments);
  }
}
