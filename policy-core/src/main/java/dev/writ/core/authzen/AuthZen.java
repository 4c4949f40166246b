package dev.writ.core.authzen;

import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.Objects;

/**
 * The access evaluation and access evaluations endpoints of OpenID AuthZEN Authorization API 1.0,
 * without the HTTP around them.
 *
 * <p>{@code subject} is the principal, {@code action.properties} are its arguments, {@code context}
 * holds the facts. Whose behalf the subject acts on, the session and where arguments came from are
 * no part of the JSON: whoever calls passes them as {@link Vouched}. {@code decision} is true only
 * for what may be done now: over a point that only asks, a permit that would use or count something
 * is false, with {@code advisory} in its context.
 *
 * <p>Immutable, thread-safe. Nothing is thrown for what a call holds: what is no request is
 * answered with status 400.
 *
 * @see <a href="https://openid.net/specs/authorization-api-1_0.html">Authorization API 1.0</a>
 */
public final class AuthZen {

  private static final int OK = 200;

  private final DecisionPoint point;
  private final AuthZenOptions options;
  private final DecisionContext contexts;
  private final JsonReader reader;

  /** Endpoints over a decision point. */
  public AuthZen(DecisionPoint point, AuthZenOptions options) {
    this.point = Objects.requireNonNull(point, "point");
    this.options = Objects.requireNonNull(options, "options");
    this.contexts = new DecisionContext(point, options);
    this.reader = new JsonReader(options.limits());
  }

  /** Endpoints over a decision point, with {@link AuthZenOptions#DEFAULT}. */
  public AuthZen(DecisionPoint point) {
    this(point, AuthZenOptions.DEFAULT);
  }

  /** Answers {@code POST /access/v1/evaluation}. */
  public AuthZenResponse evaluation(String json, Vouched vouched) {
    Objects.requireNonNull(vouched, "vouched");
    return answered(() -> one(Call.parse(json, reader), vouched));
  }

  /** Answers {@code POST /access/v1/evaluation}. */
  public AuthZenResponse evaluation(byte[] utf8, Vouched vouched) {
    Objects.requireNonNull(vouched, "vouched");
    return answered(() -> one(Call.parse(utf8, reader), vouched));
  }

  /**
   * Answers {@code POST /access/v1/evaluations}. A call without evaluations is answered as a single
   * one.
   */
  public AuthZenResponse evaluations(String json, Vouched vouched) {
    Objects.requireNonNull(vouched, "vouched");
    return answered(() -> any(Call.parse(json, reader), vouched));
  }

  /** Answers {@code POST /access/v1/evaluations}, as {@link #evaluations(String, Vouched)}. */
  public AuthZenResponse evaluations(byte[] utf8, Vouched vouched) {
    Objects.requireNonNull(vouched, "vouched");
    return answered(() -> any(Call.parse(utf8, reader), vouched));
  }

  private interface Answer {
    AuthZenResponse get() throws CallException;
  }

  private static AuthZenResponse answered(Answer answer) {
    try {
      return answer.get();
    } catch (CallException e) {
      return e.response();
    }
  }

  private AuthZenResponse any(Call call, Vouched vouched) throws CallException {
    List<Json> items = call.evaluations(options.maxEvaluations());
    return items.isEmpty() ? one(call, vouched) : all(call, items, vouched);
  }

  private AuthZenResponse one(Call call, Vouched vouched) throws CallException {
    Asking asking = new Asking(point.schema(), options.lenient());
    Request request = asking.request(call.evaluation(), vouched);
    Decision decision = point.decide(List.of(request), BatchSemantic.EXECUTE_ALL).get(0);
    return new AuthZenResponse(OK, contexts.answer(decision, asking.dropped()));
  }

  private AuthZenResponse all(Call call, List<Json> items, Vouched vouched) throws CallException {
    Batch batch = new Batch(point, call.semantic(), contexts);
    for (int i = 0; i < items.size(); i++) {
      try {
        Asking asking = new Asking(point.schema(), options.lenient());
        Request request = asking.request(call.evaluation(items.get(i), i), vouched);
        batch.add(request, asking.dropped());
      } catch (CallException e) {
        batch.add(e);
      }
    }
    return new AuthZenResponse(OK, Json.object().put("evaluations", batch.answers()).build());
  }
}
