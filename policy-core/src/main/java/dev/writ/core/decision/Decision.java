package dev.writ.core.decision;

import dev.writ.core.model.InstantValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and when and against what it was reached.
 *
 * <p>Immutable, thread-safe. The version of the entities, how long it holds, what would change it
 * and the messages are worked out when first asked for. {@link #agentMessage()} may be shown to
 * whoever made the request; {@link #operatorMessage()}, {@link #verdict()} and {@link #toJson()}
 * may not. {@link #toString()} is the agent's.
 */
public final class Decision {
  private final Supplier<String> id;
  private final Verdict verdict;
  private final long position;
  private final Supplier<String> entityVersion;
  private final long nowMillis;
  private final boolean advisory;
  private final Outlook outlook;

  /** What somebody asked for beyond the verdict. */
  private volatile @Nullable Later later;

  /**
   * A decision.
   *
   * @param id names it in logs, audit and JSON; worked out, once, when asked for
   * @param verdict what was decided
   * @param position the position in the history of authority that it was made at
   * @param entityVersion the version of the entities that it read, always the same; worked out when
   *     asked for
   * @param nowMillis the instant it was made at, epoch milliseconds
   * @param advisory whether a permit must still be authorised: it would use, count or label
   *     something, or must be recorded. Of no meaning for a denial
   * @param outlook what is worked out later; it is asked each question at most once
   */
  public Decision(
      Supplier<String> id,
      Verdict verdict,
      long position,
      Supplier<String> entityVersion,
      long nowMillis,
      boolean advisory,
      Outlook outlook) {
    this.id = Objects.requireNonNull(id, "id");
    this.verdict = Objects.requireNonNull(verdict, "verdict");
    this.position = position;
    this.entityVersion = Objects.requireNonNull(entityVersion, "entityVersion");
    this.nowMillis = nowMillis;
    this.advisory = advisory;
    this.outlook = Objects.requireNonNull(outlook, "outlook");
  }

  /** Each worked out once. */
  private static final class Later {
    private final Lazy<String> id;
    private final Lazy<OptionalLong> validUntil;
    private final Lazy<List<Remedy>> remedies;
    private final Lazy<OptionalLong> retryAt;
    private final Lazy<List<String>> because;

    Later(Supplier<String> id, Outlook outlook) {
      this.id = new Lazy<>(id);
      validUntil = new Lazy<>(outlook::validUntil);
      remedies = new Lazy<>(outlook::remedies);
      retryAt = new Lazy<>(outlook::retryAt);
      because = new Lazy<>(outlook::because);
    }
  }

  private Later later() {
    Later known = later;
    if (known == null) {
      synchronized (this) {
        known = later;
        if (known == null) {
          known = new Later(id, outlook);
          later = known;
        }
      }
    }
    return known;
  }

  /** What names it in logs, audit and JSON. */
  public String id() {
    return later().id.get();
  }

  /** What was decided. For operators. */
  public Verdict verdict() {
    return verdict;
  }

  /** The position in the history of authority that it was made at. */
  public long position() {
    return position;
  }

  /** The version of the entities that it read. */
  public String entityVersion() {
    return entityVersion.get();
  }

  /** The instant it was made at, epoch milliseconds. */
  public long nowMillis() {
    return nowMillis;
  }

  /** Whether the request may be acted on. */
  public boolean permitted() {
    return wouldPermit() && !advisory;
  }

  /** Whether the request may be acted on once it is authorised. */
  public boolean wouldPermit() {
    return verdict.effect() == Effect.PERMIT;
  }

  /**
   * Does nothing if the request may be acted on.
   *
   * @throws DeniedException if it may not, or not before it is authorised
   */
  public void requirePermit() {
    if (!permitted()) {
      throw new DeniedException(agentMessage());
    }
  }

  /**
   * The earliest instant after now, epoch milliseconds, at which something that the decision rests
   * on changes with all else fixed; empty where nothing does.
   */
  public OptionalLong validUntil() {
    return later().validUntil.get();
  }

  /**
   * The smallest sets of approvals, confirmations and grants with which the request is permitted,
   * sorted; at most eight, and none for a permit.
   */
  public List<Remedy> remedies() {
    return later().remedies.get();
  }

  /**
   * For a denial the earliest instant, epoch milliseconds, at which the request is permitted with
   * all else fixed; empty where waiting does not help.
   */
  public OptionalLong retryAt() {
    return later().retryAt.get();
  }

  /** The sentences that the determining rules give as their reason. For operators. */
  public List<String> because() {
    return later().because.get();
  }

  /** What whoever made the request can do next. */
  public Advice advice() {
    return AgentText.advice(this);
  }

  /** One sentence for whoever made the request; it names no rule, no voter and no count. */
  public String agentMessage() {
    return AgentText.of(this);
  }

  /** Everything, for whoever runs the system, one fact a line. */
  public String operatorMessage() {
    return OperatorText.of(this);
  }

  /** The decision as JSON, for the enforcement point and operators. */
  public Json.Obj toJson() {
    return Json.object()
        .put("id", id())
        .put("permitted", permitted())
        .put("wouldPermit", wouldPermit())
        .put("verdict", verdict.toJson())
        .put("position", position)
        .put("entityVersion", entityVersion())
        .put("now", instant(nowMillis))
        .putIfPresent("validUntil", ifPresent(validUntil()))
        .put("remedies", remedies().stream().map(Remedy::toJson).toList())
        .putIfPresent("retryAt", ifPresent(retryAt()))
        .put("because", because().stream().map(Json::of).toList())
        .put("advice", advice().word())
        .put("agentMessage", agentMessage())
        .build();
  }

  /** {@link #toJson()} in its canonical form. */
  public String toCanonicalJson() {
    return JsonWriter.canonical(toJson());
  }

  private static @Nullable Json ifPresent(OptionalLong millis) {
    return millis.isPresent() ? instant(millis.getAsLong()) : null;
  }

  private static Json instant(long millis) {
    return Json.of(new InstantValue(millis).text());
  }

  /** The agent's message. */
  @Override
  public String toString() {
    return agentMessage();
  }
}
