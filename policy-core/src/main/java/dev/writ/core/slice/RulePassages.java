package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What rules say in one slice. A passage is told from its rule whenever it is asked for, since
 * there may be millions. Immutable.
 */
final class RulePassages extends AbstractList<Passage<Rule>> implements RandomAccess {
  private final Slot slot;
  private final Rule[] rules;

  /**
   * @param rules each with a case that speaks there
   */
  RulePassages(Slot slot, List<Rule> rules) {
    this.slot = slot;
    this.rules = rules.toArray(Rule[]::new);
  }

  @Override
  public int size() {
    return rules.length;
  }

  @Override
  public Passage<Rule> get(int position) {
    Rule rule = rules[position];
    return new Passage<>(rule, text(rule));
  }

  /** Where cases share a slot the first speaks. */
  private Case text(Rule rule) {
    for (Case text : rule.cases()) {
      if (text.slots().contains(slot)) {
        return text;
      }
    }
    throw new IllegalStateException("`" + rule.id() + "` does not speak at " + slot);
  }
}
