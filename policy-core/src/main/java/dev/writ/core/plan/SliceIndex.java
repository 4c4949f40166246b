package dev.writ.core.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is true in a slice without looking at everything: the rules, and the conditions of
 * scopes, labels and limits. Immutable.
 */
final class SliceIndex {
  /** No rule. */
  static final int NONE = -1;

  /** Its number among those of the program. */
  final int number;

  /** The conditions by bit: the rules first, where they are few; then all else. */
  final MaskIndex masks;

  /** The rules where they are many, else null. */
  final @Nullable ShapeIndex shapes;

  final Side principal;
  final Side resource;
  final Node[] requestGuards;
  final Node[] stateGuards;
  final Node[] clockGuards;

  /** What is kept of a request. */
  final Slots slots;

  /** How many things are looked at before anything is left out. */
  final int guards;

  /** The bits of rules. */
  private final long rules;

  /** The answers met so far where nothing is held. */
  final Settlements settlements;

  /** The answers met so far where something is held. */
  final HeldSettlements held = new HeldSettlements();

  /** Whether something is told by the moment. */
  final boolean readsMoment;

  /** Whether what is true tells the answer, and bits where it does not. */
  private final boolean settles;

  private final long unsettled;

  /**
   * @param ruleBits how many of the first bits are rules
   * @param settles whether all conditions that an answer depends on have a bit
   * @param readsMoment whether limits or what rules ask for are told by the moment
   * @param unsettled bits with which an answer depends on more than what is true
   */
  SliceIndex(
      int number,
      MaskIndex masks,
      @Nullable ShapeIndex shapes,
      int ruleBits,
      boolean settles,
      boolean readsMoment,
      long unsettled,
      Side principal,
      Side resource,
      Guards guards,
      Slots slots) {
    this.number = number;
    this.slots = slots;
    this.masks = masks;
    this.shapes = shapes;
    this.rules = MaskIndex.lowest(ruleBits);
    this.settles = settles;
    this.unsettled = unsettled;
    this.settlements = new Settlements(shapes == null ? 0 : shapes.rules());
    this.principal = principal;
    this.resource = resource;
    this.requestGuards = guards.of(Basis.REQUEST);
    this.stateGuards = guards.of(Basis.MOMENT);
    this.clockGuards = guards.ofClock();
    this.guards = guards.size();
    this.readsMoment =
        readsMoment
            || stateGuards.length + clockGuards.length > 0
            || masks.readsMoment()
            || (shapes != null && shapes.readsMoment());
  }

  /**
   * Whether nothing is told by the moment, for certain. What does not settle may count by the
   * moment, or be said of a scope, which is in no mask.
   */
  boolean isTimeless() {
    return settles && !readsMoment;
  }

  /** Whether an answer depends on what is true alone, where these are. */
  boolean settles(long bits) {
    return settles && (bits & unsettled) == 0;
  }

  /**
   * Adds the numbers of the rules that are true.
   *
   * @param moment of a quick run whose guards were probed
   * @throws FaultSignal if a rule could not be evaluated
   */
  void match(Known known, Moment moment, Matches into) {
    if (shapes != null) {
      shapes.match(known, moment, into);
      into.settle();
      return;
    }
    for (long left = masks.bits(known, moment) & rules; left != 0; left &= left - 1) {
      into.add(Long.numberOfTrailingZeros(left));
    }
  }

  /** Whether all that these rules ask for takes nothing from the request; not where in doubt. */
  boolean asksConstants(int rule, List<RuleCode> codes) {
    if (rule >= 0) {
      return codes.get(rule).asksConstants();
    }
    int[] all = rule == NONE || shapes == null ? new int[0] : shapes.combinations.rules(rule);
    return all != null && Arrays.stream(all).allMatch(each -> codes.get(each).asksConstants());
  }

  /**
   * The rule that is true where they are many: {@link #NONE}, its number, or that of the {@link
   * Combinations combination} of several.
   */
  int rule(Known known, Moment moment) {
    return shapes == null ? NONE : shapes.match(known, moment, null);
  }
}
