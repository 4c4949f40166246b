package dev.writ.dsl.cli;

import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.RefusedToolCallException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers calls of tools. It only asks: nothing is spent, counted or labelled. */
record CallDecider(PolicyEngine engine) implements Answering {

  @Override
  public Answer answer(byte[] utf8) throws InvalidRequestTextException {
    ToolCall call = call(utf8);
    Decision decision = engine.decide(call);
    Request request = request(call);
    Json.Obj response =
        Json.object()
            .put("decision", decision.permitted())
            .put("call", callJson(call))
            .putIfPresent("request", request == null ? null : requestJson(request))
            .build();
    return new Answer(title(call, request), request, decision, response);
  }

  /**
   * Reads a call.
   *
   * @throws InvalidRequestTextException if it is none
   */
  static ToolCall call(byte[] utf8) throws InvalidRequestTextException {
    try {
      return ToolCallJson.read(Decider.json(utf8));
    } catch (InvalidValueException e) {
      throw new InvalidRequestTextException(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Request request(ToolCall call) {
    try {
      return engine.toolCall(call);
    } catch (RefusedToolCallException e) {
      return null; // the decision says why
    }
  }

  private static Json callJson(ToolCall call) {
    return Json.object().putIfPresent("server", call.server()).put("tool", call.tool()).build();
  }

  private static Json requestJson(Request request) {
    return Json.object()
        .put("action", request.action())
        .put(
            "resource",
            Json.object()
                .put("type", request.resource().type())
                .put("id", request.resource().id())
                .build())
        .build();
  }

  private static String title(ToolCall call, @Nullable Request request) {
    String of = call.server() == null ? "" : " of " + call.server();
    if (request != null) {
      return Visible.of(call.tool() + of + ": ") + DecisionText.of(request);
    }
    String chain = call.chain().stream().map(EntityId::toString).collect(Collectors.joining(", "));
    return Visible.of(
        call.tool() + of + " by " + call.principal() + (chain.isEmpty() ? "" : " for " + chain));
  }
}
