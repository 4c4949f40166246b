package dev.writ.core.plan;

import dev.writ.core.ir.Rule;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.slice.Passage;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a slice of many. Those that ask for nothing are made whenever they are asked for,
 * and their whole conditions compiled then: both is seldom, and there may be millions. Immutable.
 */
final class ManyRules extends AbstractList<RuleCode> implements RandomAccess {
  private final List<Passage<Rule>> rules;
  private final Types types;
  private final Map<String, ZoneTable> zones;

  /** By number the rules that ask for something; empty where none does. */
  private final @Nullable RuleCode[] asking;

  /**
   * @param asking by number what each rule asks for
   */
  ManyRules(
      List<Passage<Rule>> rules,
      List<List<RuleCode.Call>> asking,
      Types types,
      Map<String, ZoneTable> zones) {
    this.rules = rules;
    this.types = types;
    this.zones = zones;
    boolean quiet = asking.stream().allMatch(List::isEmpty);
    this.asking = new RuleCode[quiet ? 0 : rules.size()];
    for (int number = 0; number < this.asking.length; number++) {
      List<RuleCode.Call> calls = asking.get(number);
      this.asking[number] = calls.isEmpty() ? null : code(number, calls);
    }
  }

  private RuleCode code(int number, List<RuleCode.Call> calls) {
    Passage<Rule> passage = rules.get(number);
    Node condition = new Late(passage.text().condition(), types, zones);
    return RuleCode.of(passage.declaration(), condition, calls);
  }

  @Override
  public int size() {
    return rules.size();
  }

  @Override
  public RuleCode get(int number) {
    RuleCode known = asking.length == 0 ? null : asking[number];
    return known == null ? code(number, List.of()) : known;
  }
}
