package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a {@code test} block; the statements take effect in the order written.
 *
 * <p>Statements end in a semicolon. {@code REF} is an entity reference; {@code MOMENT} is {@code
 * +30m}, {@code -5m} (from the test's clock at that statement) or an instant; square brackets mark
 * what may be left out, and clauses may come in any order.
 *
 * <pre>
 * given REF [in REF | in [REF, ...]] [{ field: value, ... }], ...;
 * given grant NAME [for REQUEST] [from MOMENT] until MOMENT [held by REF] [requested by REF]
 *     [used N] [needs NAME by REF, ... [and NAME by REF, ...]];
 * given approved NAME for REQUEST [by REF, ...] [at MOMENT] [used N];
 * given confirmed NAME for REQUEST [at MOMENT] [used N];
 * given open NAME for SUBJECT [by REF] [at MOMENT];
 * given vote NAME for SUBJECT by REF, ... [at MOMENT];
 * given refusal NAME for SUBJECT by REF, ... [at MOMENT];
 * given withdrawal NAME for SUBJECT by REF, ... [at MOMENT];
 * given review NAME [for REQUEST] by REF, ... [at MOMENT];
 * given suspended REF, ...;
 * given stale;
 * given unavailable;
 * given session "id" of REF [within "parent"] [{ field: value, ... }] [labelled NAME, ...];
 * given counted "limit" N for KEY [at MOMENT];
 * let REQUEST = request ACTION by REF on REF [with { ... }] [facts { ... }] [for REF, ...]
 *     [session "id"] [sources { arg: source, arg: [source, ...] }]
 *     [carrying REF [in ...] [{ ... }], ...];
 * after 31m;
 * at INSTANT;
 * REQUEST =&gt; permit|deny [reason_code] [, rule "name"] [, obligation log("full")]
 *     [, remedy grant NAME [and approval NAME] [and confirmation NAME]] [, no remedy];
 * authorize REQUEST =&gt; ...;
 * </pre>
 *
 * <p>{@code SUBJECT} is {@code REQUEST}, or {@code grant NAME for REQUEST} for an approval of a
 * grant. {@code KEY} is an entity reference or {@code session "id"}. {@code authorize} spends,
 * labels and counts, {@code =>} alone only decides. What a clause stands for where it is left out
 * is said at its record.
 */
public sealed interface TestStatement
    permits AfterStep,
        AtStep,
        Expect,
        GivenCounted,
        GivenDecided,
        GivenEntity,
        GivenGrant,
        GivenHealth,
        GivenOpen,
        GivenReview,
        GivenSession,
        GivenSuspended,
        GivenVotes,
        LetRequest {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor);
}
