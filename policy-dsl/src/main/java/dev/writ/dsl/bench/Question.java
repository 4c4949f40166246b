package dev.writ.dsl.bench;

import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.model.Schema;
import dev.writ.core.model.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked again and again.
 *
 * @param ask asks an engine as a service does: a request that it has not seen
 * @param again asks it the same request object once more, of which it may know things already
 * @param slots where it is looked at: the slot of the principal and of each member of its chain;
 *     none where it fits no schema
 */
public record Question(Ask ask, Ask again, List<Slot> slots) {
  public Question {
    slots = List.copyOf(slots);
  }

  /** Asks an engine. An implementation is thread-safe and changes nothing. */
  @FunctionalInterface
  public interface Ask {
    Decision of(PolicyEngine engine);
  }

  /**
   * A question about a request.
   *
   * @param entities the entities, held against the schema
   */
  public static Question of(Request request, Schema schema, EntityStore entities) {
    return new Question(
        engine -> engine.decide(unseen(request)),
        engine -> engine.decide(request),
        slots(request, schema, entities));
  }

  /** An equal request, of which no engine knows anything. */
  private static Request unseen(Request request) {
    return request.onBehalfOf(request.chain());
  }

  /**
   * A question about a call of a tool.
   *
   * @param request the request that it is, or null where it is none
   * @param entities the entities, held against the schema
   */
  public static Question of(
      ToolCall call, @Nullable Request request, Schema schema, EntityStore entities) {
    Ask ask = engine -> engine.decide(call);
    return new Question(ask, ask, request == null ? List.of() : slots(request, schema, entities));
  }

  private static List<Slot> slots(Request request, Schema schema, EntityStore entities) {
    try {
      BoundRequest bound = RequestBinding.bind(schema, entities, request, DataLimits.DEFAULT);
      return bound.members().stream()
          .map(member -> new Slot(bound.action().name(), member.type(), bound.resource().type()))
          .toList();
    } catch (InvalidRequestException e) {
      return List.of();
    }
  }
}
