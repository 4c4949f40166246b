package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At most 64 conditions, one bit each, and which of them are true. What the principal or the
 * resource tells by itself is known before ({@link Side}). Immutable.
 */
final class MaskIndex {
  static final int MOST = 64;

  /** For bits that the principal tells, and for those that the resource tells. */
  final MaskPart principal;

  final MaskPart resource;

  /** For bits that the request tells otherwise; the numbers of its attributes are known before. */
  final MaskPart request;

  /** For bits that the session and the state of authority tell, whatever the instant. */
  private final MaskPart state;

  /** For bits that the instant tells. */
  private final MaskPart clock;

  private final boolean readsMoment;
  private final int size;
  private final long all;

  private MaskIndex(int size, Map<Part, MaskPart.Building> parts, Compiler compiler) {
    this.size = size;
    this.all = lowest(size);
    this.principal = part(parts, Part.PRINCIPAL).build(compiler);
    this.resource = part(parts, Part.RESOURCE).build(compiler);
    this.request = part(parts, Part.REQUEST).build(compiler);
    this.state = part(parts, Part.STATE).build(compiler);
    this.clock = part(parts, Part.CLOCK).build(compiler);
    this.readsMoment = state.columns() + state.tests() + clock.columns() + clock.tests() > 0;
  }

  /** What tells a bit. */
  private enum Part {
    PRINCIPAL,
    RESOURCE,
    REQUEST,
    STATE,
    CLOCK;

    static Part of(int reads) {
      return switch (Basis.of(reads)) {
        case PRINCIPAL -> PRINCIPAL;
        case RESOURCE -> RESOURCE;
        case REQUEST -> REQUEST;
        case MOMENT -> (reads & Reads.CLOCK) == 0 ? STATE : CLOCK;
      };
    }
  }

  private static MaskPart.Building part(Map<Part, MaskPart.Building> parts, Part part) {
    return parts.computeIfAbsent(part, b -> new MaskPart.Building());
  }

  /**
   * The index of these conditions, numbered in their order.
   *
   * @throws IllegalArgumentException if they are more than there are bits
   */
  static MaskIndex of(List<Pinned> conditions, Compiler compiler) {
    if (conditions.size() > MOST) {
      throw new IllegalArgumentException("more conditions than bits: " + conditions.size());
    }
    Map<Part, MaskPart.Building> parts = new EnumMap<>(Part.class);
    for (int number = 0; number < conditions.size(); number++) {
      long bit = 1L << number;
      conditions
          .get(number)
          .pins()
          .forEach(
              (attribute, values) -> of(attribute, parts, compiler).pin(attribute, values, bit));
      conditions.get(number).rest().forEach(rest -> of(rest, parts, compiler).test(rest, bit));
    }
    return new MaskIndex(conditions.size(), parts, compiler);
  }

  private static MaskPart.Building of(
      Expr expr, Map<Part, MaskPart.Building> parts, Compiler compiler) {
    return part(parts, Part.of(compiler.reads(expr)));
  }

  /** This many bits. */
  static long lowest(int bits) {
    return bits == MOST ? -1L : (1L << bits) - 1;
  }

  /**
   * The bits that are true.
   *
   * @param now the moment of a quick run
   * @throws FaultSignal if a condition could not be evaluated
   */
  long bits(Known known, Moment now) {
    if (!readsMoment) {
      long left = request.left(all & known.leaves, known.told);
      return left == 0 ? 0 : request.passed(left, known, now);
    }
    long @Nullable [] told = now.told;
    if (told != null) {
      return bits(known, now, known.member == 0 ? now.toldFirst : told[known.member]);
    }
    long alive = request.left(all & known.leaves, known.told);
    alive = state.left(alive, known.view, now);
    alive = clock.left(alive, known.view, now);
    alive = request.passed(alive, known, now);
    alive = state.passed(alive, known.view, now);
    return clock.passed(alive, known.view, now);
  }

  /**
   * The bits that are true.
   *
   * @param now the moment of a quick run
   * @param told the bits that its session and state of authority leave alive
   * @throws FaultSignal if a condition could not be evaluated
   */
  private long bits(Known known, Moment now, long told) {
    long alive = request.left(all & told & known.leaves, known.told);
    alive = clock.left(alive, known.view, now);
    alive = request.passed(alive, known, now);
    return clock.passed(alive, known.view, now);
  }

  /**
   * The bits that the session and the state of authority leave alive.
   *
   * @param now a moment of that session and state, quick
   * @throws FaultSignal if a condition could not be evaluated
   */
  long told(Known known, Moment now) {
    long left = state.left(all & known.leaves, known.view, now);
    return state.passed(left, known.view, now);
  }

  /** How many bits there are. */
  int size() {
    return size;
  }

  /** Whether some bit is told by the moment. */
  boolean readsMoment() {
    return readsMoment;
  }

  /** What it is made of, for people. */
  String describe() {
    int columns = 0;
    int tests = 0;
    for (MaskPart part : List.of(principal, resource, request, state, clock)) {
      columns += part.columns();
      tests += part.tests();
    }
    return PlanText.count(columns, "attribute") + " and " + PlanText.count(tests, "condition");
  }
}
