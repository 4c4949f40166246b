package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  private final MaskPart moment;
  private final int size;
  private final long all;

  private MaskIndex(int size, Map<Basis, MaskPart.Building> parts, Compiler compiler) {
    this.size = size;
    this.all = lowest(size);
    this.principal = part(parts, Basis.PRINCIPAL).build(compiler);
    this.resource = part(parts, Basis.RESOURCE).build(compiler);
    this.request = part(parts, Basis.REQUEST).build(compiler);
    this.moment = part(parts, Basis.MOMENT).build(compiler);
  }

  private static MaskPart.Building part(Map<Basis, MaskPart.Building> parts, Basis basis) {
    return parts.computeIfAbsent(basis, b -> new MaskPart.Building());
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
    Map<Basis, MaskPart.Building> parts = new EnumMap<>(Basis.class);
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
      Expr expr, Map<Basis, MaskPart.Building> parts, Compiler compiler) {
    return part(parts, Basis.of(compiler.reads(expr)));
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
    long alive = all & known.leaves;
    alive = request.left(alive, known.told);
    alive = moment.left(alive, known.view, now);
    alive = request.passed(alive, known.told, known.view, now);
    return moment.passed(alive, known.view, now);
  }

  /** How many bits there are. */
  int size() {
    return size;
  }

  /** Whether some bit is told by the moment. */
  boolean readsMoment() {
    return moment.columns() + moment.tests() > 0;
  }

  /** What it is made of, for people. */
  String describe() {
    int columns = principal.columns() + resource.columns() + request.columns() + moment.columns();
    int tests = principal.tests() + resource.tests() + request.tests() + moment.tests();
    return columns + " attributes, " + tests + " conditions";
  }
}
