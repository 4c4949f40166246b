package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An expression.
 *
 * <p>Parentheses leave no node behind; the tree says what belongs together.
 */
public sealed interface Expression
    permits And,
        Approved,
        Arithmetic,
        Between,
        BoolLiteral,
        Call,
        Comparison,
        Conditional,
        Confirmed,
        Contains,
        DecimalLiteral,
        DurationLiteral,
        EntityLiteral,
        EqualsIgnoringAsciiCase,
        Granted,
        Has,
        HasDelegator,
        In,
        Index,
        InstantLiteral,
        IntLiteral,
        Is,
        IsNot,
        Labelled,
        Lacks,
        LacksDelegator,
        Like,
        ListLiteral,
        Matches,
        Member,
        NameReference,
        Negate,
        Nonempty,
        Not,
        NotIn,
        Or,
        Quantifier,
        RecordLiteral,
        RootReference,
        Size,
        SourceOf,
        StartsWith,
        StringLiteral,
        TimeOfDayLiteral,
        Under {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor);
}
