package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RuleDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Clauses of one effect, of which each may make others superfluous. A clause is looked up by the
 * rarest of the conditions that it asks, so that few are compared with each other.
 */
final class Rivals {
  private final List<Rival> rivals;
  private final Map<Expr, List<Rival>> byRarest = new HashMap<>();

  /**
   * A clause with what its cases ask.
   *
   * @param place its place among the others
   * @param clause the clause
   * @param asked the conditions of each case
   */
  private record Rival(int place, Clause clause, List<Set<Expr>> asked) {

    static Rival of(int place, Clause clause) {
      List<Set<Expr>> asked = new ArrayList<>();
      for (Case each : clause.cases()) {
        asked.add(new LinkedHashSet<>(Conjuncts.of(each.condition())));
      }
      return new Rival(place, clause, asked);
    }
  }

  Rivals(List<Clause> clauses) {
    List<Rival> all = new ArrayList<>();
    Map<Expr, Integer> frequency = new HashMap<>();
    for (Clause clause : clauses) {
      Rival rival = Rival.of(all.size(), clause);
      all.add(rival);
      rival.asked().forEach(asked -> asked.forEach(part -> frequency.merge(part, 1, Integer::sum)));
    }
    for (Rival rival : all) {
      Expr key = rarest(rival.asked().get(0), frequency);
      byRarest.computeIfAbsent(key, first -> new ArrayList<>()).add(rival);
    }
    this.rivals = List.copyOf(all);
  }

  /** Returns the condition that stands in fewest cases; true where there is none. */
  private static Expr rarest(Set<Expr> asked, Map<Expr, Integer> frequency) {
    Expr rarest = Expr.yes();
    int least = Integer.MAX_VALUE;
    for (Expr part : asked) {
      int count = frequency.getOrDefault(part, 0);
      if (count < least) {
        least = count;
        rarest = part;
      }
    }
    return rarest;
  }

  /** Hands on each clause that adds nothing, with one that says as much or more. */
  void forEachShadowed(BiConsumer<Clause, Clause> shadowed) {
    for (Rival rival : rivals) {
      Rival wider = wider(rival);
      if (wider != null) {
        shadowed.accept(rival.clause(), wider.clause());
      }
    }
  }

  private @Nullable Rival wider(Rival narrow) {
    Set<Expr> keys = new LinkedHashSet<>();
    keys.add(Expr.yes());
    narrow.asked().forEach(keys::addAll);
    for (Expr key : keys) {
      for (Rival wide : byRarest.getOrDefault(key, List.of())) {
        if (wide.place() != narrow.place()
            && contains(wide, narrow)
            && (comesBefore(wide.clause(), narrow.clause()) || !contains(narrow, wide))) {
          return wide;
        }
      }
    }
    return null;
  }

  private static boolean comesBefore(Clause one, Clause other) {
    int files = one.text().source().name().compareTo(other.text().source().name());
    return files < 0 || (files == 0 && one.head().span().start() < other.head().span().start());
  }

  private static boolean contains(Rival wide, Rival narrow) {
    if (!saysAllOf(wide.clause().text().declaration(), narrow.clause().text().declaration())) {
      return false;
    }
    List<Case> cases = narrow.clause().cases();
    for (int i = 0; i < cases.size(); i++) {
      for (Slot slot : cases.get(i).slots()) {
        if (!contains(wide, slot, narrow.asked().get(i), cases.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean contains(Rival wide, Slot slot, Set<Expr> asked, Case narrow) {
    List<Case> cases = wide.clause().cases();
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).slots().contains(slot)) {
        return asked.containsAll(wide.asked().get(i))
            && new HashSet<>(cases.get(i).obligations()).containsAll(narrow.obligations());
      }
    }
    return false;
  }

  private static boolean saysAllOf(Declaration wide, Declaration narrow) {
    QuotedText because = because(narrow);
    return because == null || Objects.equals(because, because(wide));
  }

  private static @Nullable QuotedText because(Declaration declaration) {
    return declaration instanceof RuleDecl rule ? rule.consequence().because() : null;
  }
}
