package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A head with a condition, whatever declaration it stands in.
 *
 * @param kind what it does
 * @param observed whether it enters no decision
 * @param module the module that declares it
 * @param text the declaration that it stands in
 * @param head the head as written
 * @param condition the condition as written
 * @param cases what it means, by slot; of a limit what it counts, of an invariant what it is about
 */
record Clause(
    Kind kind,
    boolean observed,
    String module,
    Written<?> text,
    Head head,
    Condition condition,
    List<Case> cases) {

  /** What a clause does where its condition holds. */
  enum Kind {
    PERMIT("this permit"),
    FORBID("this forbid"),
    MAY("this `may`"),
    MAY_AS_DELEGATE("this `may as delegate`"),
    GRANT("what this grant permits"),
    LABEL("this label"),
    LIMIT("this limit"),
    INVARIANT("this invariant");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    /** Returns what messages call the clause. */
    String phrase() {
      return phrase;
    }
  }

  /** Copies the list. */
  Clause {
    cases = List.copyOf(cases);
  }

  /** Returns whether it permits something by itself. */
  boolean permits() {
    return !observed && (kind == Kind.PERMIT || kind == Kind.GRANT);
  }

  /** Returns whether it is a ceiling. */
  boolean isMay() {
    return kind == Kind.MAY || kind == Kind.MAY_AS_DELEGATE;
  }

  /** Returns the place of the condition, or of the head where there is none. */
  Span place() {
    Expression when = condition.when();
    Expression unless = condition.unless();
    return when != null ? when.span() : unless != null ? unless.span() : head.span();
  }

  /** Returns whether something is said in the condition or its lets. */
  boolean says(Predicate<Expression> said) {
    return first(said).isPresent();
  }

  /**
   * Returns where something is said in the condition or its lets; the condition where it is not.
   */
  Span placeOf(Predicate<Expression> said) {
    return first(said).map(Expression::span).orElse(place());
  }

  private Optional<Expression> first(Predicate<Expression> said) {
    List<Expression> parts = new ArrayList<>();
    Optional.ofNullable(condition.when()).ifPresent(parts::add);
    Optional.ofNullable(condition.unless()).ifPresent(parts::add);
    condition.lets().stream().map(LocalLet::value).forEach(parts::add);
    return parts.stream().flatMap(part -> Operands.first(part, said).stream()).findFirst();
  }
}
