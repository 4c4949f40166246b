/**
 * Runs {@code test} and {@code invariant} blocks against the reference semantics and tells, as
 * plain records, what passed, what was got instead, and which rules and clauses the tests reached.
 * Takes checked tests from {@code compile}, decides with core, prints nothing.
 */
@NullMarked
package dev.writ.dsl.policytest;

import org.jspecify.annotations.NullMarked;
