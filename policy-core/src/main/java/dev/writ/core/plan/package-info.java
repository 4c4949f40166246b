/**
 * The fast evaluator: a policy set made into a program that answers what the reference answers, on
 * every input, whole verdict by whole verdict.
 *
 * <h2>From the set to the program</h2>
 *
 * <p>{@code Program} compiles each slice ({@link dev.writ.core.slice.Slices}) apart: {@code
 * Compiler} resolves expressions to {@code Node}s, equal ones to one node; {@code Pinned} takes
 * each rule's condition apart into the attributes that it fixes to constants, what else it asks of
 * attributes at least ({@code Anchor}), and the rest; {@code SliceIndex} finds what is true.
 *
 * <p>{@code MaskIndex} is for at most 64 conditions, the rules and those of scopes, labels and
 * limits: one bit each, one table an attribute, each remaining condition evaluated at most once and
 * only while a bit that needs it is alive; comparisons are done on words of 64 bits ({@code
 * WordTests}). {@code ShapeIndex} is for any number of rules: those that ask something of the same
 * attributes stand together, in a tree of attributes with one table a level ({@code PlaceTable})
 * from what values meet to rules. A {@code Vocabulary} tells what a value meets: constants, groups
 * above an entity, ranges, starts or ends of texts. Disjunctions are taken apart where a rule would
 * stand in a crowd. Rules that are met together have a number of their own ({@code Combinations}).
 *
 * <h2>What is worked out once</h2>
 *
 * <p>Each condition has a {@code Basis}. What the principal or the resource tells by itself is
 * worked out once for a version of the entity ({@code Side}) and found again in its note; where
 * ancestors were read, for a version of the entities. The other attributes are numbers of constants
 * and words when a question is made ({@code Known}), but no condition is answered before a decision
 * asks it. What conditions read of a request is kept ({@code Slot}). What is true on all views
 * tells the answer, which is made when it is first met ({@code Settlements}), unless a limit counts
 * or an obligation takes a value from the request: then a {@code Run} puts it together.
 *
 * <h2>Errors</h2>
 *
 * <p>A verdict lists every error of every condition that speaks on the request, also of those that
 * an index rules out. So each slice has {@code Guards}: all that can go wrong in its conditions,
 * each once, whatever the number of rules that share it. A quick run looks at the guards first. If
 * nothing goes wrong, no condition has an error to list, and what the index leaves out is false. If
 * something does, or a condition comes to an error because an optional value is missing, the run is
 * given up ({@code FaultSignal}) and a careful one evaluates every rule and lists everything. Types
 * are known from the schema ({@code Types}), so that only what can really go wrong is guarded; in a
 * well-typed set that is reading entities that are not members of the chain, ancestors, arithmetic,
 * zones, and the heads of approvals.
 *
 * <h2>Authority</h2>
 *
 * <p>{@code AuthorityCode} has the heads, clauses, exclusions and conditions of approvals,
 * confirmations and grants, for every slot the same. What a state of authority says of a question
 * is worked out once ({@code Standing}) and holds for that state until time alone may change it
 * ({@code Lasting}): a grant begins, ends or is overdue for review, an approval lapses, a vote
 * begins to count. Another state, whatever changed, is read anew. Of a holder of many grants those
 * are looked up that may count ({@code Candidates}). Where there are none and nothing was opened,
 * {@code Unopened} says that nothing stands. Else {@code Holdings} has what the members hold, and
 * what was opened that is asked for; a digest is worked out only where a member opened that
 * approval for some request, and kept with the question. {@code HeldConsents} tells which grants
 * cover, the least solution. A permit is tried without each grant that it may rest on, since those
 * that it spends are named by the verdict: {@code HeldAnswer} finds the answers of these trials by
 * what is true and who is covered, and evaluates conditions again only where they ask for what is
 * struck.
 *
 * <h2>What it leaves to the reference</h2>
 *
 * <p>No verdict, and nothing that a permit writes ({@code Writes}). Remedies, validity and
 * explanations are the reference's, on the same snapshots, when asked for; whoever asks counts
 * that, and the careful runs: this package keeps nothing.
 *
 * <h2>What a decision costs</h2>
 *
 * <p>With masks: one look-up an attribute of the request that some rule fixes, the conditions that
 * bits still alive need, one look-up of the answer. With shapes: one hash step a level for each
 * thing that the value meets, where the levels before met something, the conditions of the rules
 * found, one step for each rule met beside others, and the conditions of all rules that ask nothing
 * that can be looked up. No term grows with the number of rules otherwise. A careful run is linear
 * in the rules of the slice. Building is linear in the rules times the places that a rule takes,
 * which are bounded; ranges cost the logarithm of their number each.
 *
 * <p>Reads {@code slice}, {@code ir}, {@code model} and {@code authority}, answers in {@code
 * decision}. Not exported.
 */
@NullMarked
package dev.writ.core.plan;

import org.jspecify.annotations.NullMarked;
