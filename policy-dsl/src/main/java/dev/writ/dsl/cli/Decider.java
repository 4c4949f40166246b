package dev.writ.dsl.cli;

import dev.writ.core.authzen.AuthZen;
import dev.writ.core.authzen.AuthZenResponse;
import dev.writ.core.authzen.DecisionPoint;
import dev.writ.core.authzen.Vouched;
import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests in the JSON of AuthZEN, with what the member {@code writ} says of them. It only
 * asks: nothing is spent, counted or labelled. For one thread.
 */
final class Decider implements Answering, AutoCloseable {
  private final PolicyEngine engine;
  private final AuthZen authZen;
  private @Nullable Assertions assertions;
  private @Nullable Request asked;
  private @Nullable Decision decided;

  /**
   * @throws InputException if the policy set cannot run
   */
  Decider(World world) {
    engine = world.engine(world.policies());
    authZen = new AuthZen(new Witness(engine.asking()));
  }

  /** Passes requests on with what the enforcement point said of them, and remembers the last. */
  private final class Witness implements DecisionPoint {
    private final DecisionPoint point;

    Witness(DecisionPoint point) {
      this.point = point;
    }

    @Override
    public Schema schema() {
      return point.schema();
    }

    @Override
    public List<Decision> decide(List<Request> requests, BatchSemantic semantic) {
      Assertions said = assertions;
      List<Request> known = said == null ? requests : requests.stream().map(said::of).toList();
      List<Decision> decisions = point.decide(known, semantic);
      asked = known.get(known.size() - 1);
      decided = decisions.get(decisions.size() - 1);
      return decisions;
    }

    @Override
    public List<Obligation> obligationsOfCaller(Decision decision) {
      return point.obligationsOfCaller(decision);
    }
  }

  /**
   * Answers one request.
   *
   * @throws InvalidRequestTextException if it is no request of AuthZEN
   */
  @Override
  public Answer answer(byte[] utf8) throws InvalidRequestTextException {
    assertions = assertions(utf8);
    asked = null;
    decided = null;
    AuthZenResponse response = authZen.evaluation(utf8, Vouched.NOTHING);
    Request request = asked;
    Decision decision = decided;
    if (request == null || decision == null) {
      throw new InvalidRequestTextException(fault(response.body()));
    }
    return new Answer(DecisionText.of(request), request, decision, response.body());
  }

  /** What answers calls of tools, by the same engine. */
  Answering calls() {
    return new CallDecider(engine);
  }

  private static Assertions assertions(byte[] utf8) throws InvalidRequestTextException {
    try {
      return Assertions.of(json(utf8));
    } catch (InvalidValueException e) {
      throw new InvalidRequestTextException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads JSON.
   *
   * @throws InvalidRequestTextException if it is none
   */
  static Json json(byte[] utf8) throws InvalidRequestTextException {
    try {
      return JsonReader.read(utf8);
    } catch (JsonException e) {
      throw new InvalidRequestTextException(notJson(e));
    }
  }

  private static String notJson(JsonException e) {
    String column = e.column() == 0 ? "" : " (column " + e.column() + ")";
    return e.reason() + column;
  }

  private static String fault(Json.Obj body) {
    return body.members().get("error") instanceof Json.Obj error
            && error.members().get("message") instanceof Json.Str message
        ? message.value()
        : "it is no request";
  }

  @Override
  public void close() {
    engine.close();
  }
}
