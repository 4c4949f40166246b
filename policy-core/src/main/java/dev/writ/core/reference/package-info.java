/**
 * The executable semantics: walks the typed policy set in the plainest way, section by section of
 * the language reference. It is the oracle of the fast evaluator and the engine of {@code explain}.
 *
 * <p>Expressions (section 3) are valued by {@code Evaluator}; the six steps of a decision (section
 * 5) have one class each and end in {@link dev.writ.core.decision.Combination}; what approvals,
 * confirmations and grants say (section 6) comes through {@code AuthorityFacts}. Nothing is
 * short-circuited and nothing is remembered between decisions.
 *
 * <p>Reads {@code ir}, {@code model} and {@code authority}, answers in {@code decision}.
 */
@NullMarked
package dev.writ.core.reference;

import org.jspecify.annotations.NullMarked;
