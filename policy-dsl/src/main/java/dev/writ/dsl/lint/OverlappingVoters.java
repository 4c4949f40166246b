package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds clauses of one {@code all of} whose voters are not apart: everybody who may fill the one
 * may fill the other, or a person may have a vote for each as entities of two types. Groups with
 * different names may share members; that is not in the text, and not reported.
 */
final class OverlappingVoters implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.OVERLAPPING_VOTERS;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Ballots ballots : Ballots.of(set)) {
      List<Quorum.Clause> clauses = ballots.quorum().clauses();
      for (int second = 1; ballots.quorum().all() && second < clauses.size(); second++) {
        for (int first = 0; first < second; first++) {
          Quorum.Clause one = clauses.get(first);
          Quorum.Clause other = clauses.get(second);
          Set<String> shared = new TreeSet<>(one.types());
          shared.retainAll(other.types());
          if (!shared.isEmpty() && (contains(one, other) || contains(other, one))) {
            found.accept(sameVoters(ballots, first, second, contains(one, other)));
          } else if (shared.isEmpty() && !arePeopleCompared(one, other, set.schema())) {
            found.accept(twoEntities(ballots, first, second));
          }
        }
      }
    }
  }

  /** Whether a voter of the narrow clause, of a type that the wide one has too, can fill it. */
  private static boolean contains(Quorum.Clause wide, Quorum.Clause narrow) {
    return containsGroup(wide, narrow)
        && conditions(narrow.when()).containsAll(conditions(wide.when()));
  }

  private static boolean containsGroup(Quorum.Clause wide, Quorum.Clause narrow) {
    Quorum.Membership of = wide.membership();
    Quorum.Membership in = narrow.membership();
    if (of == null) {
      return true;
    }
    return in != null
        && wide.forEach() == null
        && narrow.forEach() == null
        && of.in() == in.in()
        && (of.in() ? of.groups().containsAll(in.groups()) : in.groups().containsAll(of.groups()));
  }

  private static Set<Expr> conditions(@Nullable Expr when) {
    return when == null ? Set.of() : new HashSet<>(Conjuncts.of(when));
  }

  private static boolean arePeopleCompared(Quorum.Clause one, Quorum.Clause other, Schema schema) {
    Set<String> types = new TreeSet<>(one.types());
    types.addAll(other.types());
    return types.stream().allMatch(type -> isIdentified(schema.entityType(type)));
  }

  private static boolean isIdentified(@Nullable EntityTypeDef type) {
    return type != null && type.person() != null;
  }

  private static Diagnostic sameVoters(Ballots ballots, int first, int second, boolean firstWide) {
    int narrow = firstWide ? second : first;
    int wide = firstWide ? first : second;
    return warning(
        ballots,
        narrow,
        wide,
        "whoever can fill this clause can fill another one as well",
        "keep the voters apart, as with `not in`, or ask for all the votes in one clause",
        "this is the other one");
  }

  private static Diagnostic twoEntities(Ballots ballots, int first, int second) {
    Set<String> types = new TreeSet<>(ballots.quorum().clauses().get(first).types());
    types.addAll(ballots.quorum().clauses().get(second).types());
    return warning(
        ballots,
        second,
        first,
        "one person who is " + Phrases.all(types) + " can fill two clauses",
        "declare "
            + Phrases.all(types)
            + " with `identified by`, so that people are compared and not entities",
        "this is the other clause");
  }

  private static Diagnostic warning(
      Ballots ballots, int at, int other, String message, String help, String label) {
    return ballots
        .text()
        .warning(CODE, ballots.place(at), message)
        .withHelp(help + Phrases.orAllow(CODE))
        .withRelated(ballots.text().source(), ballots.place(other), label);
  }
}
