/**
 * The executable semantics: walks the typed policy set in the plainest way, section by section of
 * the language reference. It is the oracle of the fast evaluator and the engine of {@code explain}.
 *
 * <p>Expressions (section 3) are valued by {@code Evaluator}; the six steps of a decision (section
 * 5) have one class each and end in {@link dev.writ.core.decision.Combination}; what approvals,
 * confirmations and grants say (section 6) comes through {@code AuthorityFacts}. Nothing is
 * short-circuited and nothing is remembered between decisions.
 *
 * <p>Section 6 is {@code RequestAuthority}: {@code Approvals} counts votes ({@code Tally}) by who
 * may cast them ({@code QuorumElectorate}, {@code Consent}) and what they fill ({@code Filling});
 * {@code Grants} tells what a member holds for a request. {@code Spender} strikes what a permit can
 * do without, {@code Remedies} finds what would lift a denial, both by deciding again under {@code
 * Suppositions}. {@code Commands} makes one state of authority out of another, or refuses.
 *
 * <p>Section 10 is {@code ToolBindings}: it makes a request out of a call of a tool, or refuses it.
 *
 * <p>Reads {@code ir}, {@code model} and {@code authority}, answers in {@code decision}.
 */
@NullMarked
package dev.writ.core.reference;

import org.jspecify.annotations.NullMarked;
