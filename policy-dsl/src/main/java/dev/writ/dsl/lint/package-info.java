/**
 * Findings: what compiles and still deserves a look. One class a finding, each with its page under
 * {@code docs/diagnostics} and its golden cases.
 *
 * <p>{@link dev.writ.dsl.lint.Linter} is the way in. Reads what {@code compile} made, the policy
 * set for its meaning and the trees for places, and proves nothing: whatever needs more than
 * reading is for {@code analyze}. Where it cannot tell, it says nothing.
 */
@NullMarked
package dev.writ.dsl.lint;

import org.jspecify.annotations.NullMarked;
