/**
 * The immutable snapshot of grants, approvals, confirmations, suspensions, sessions with their
 * labels, and counters that a decision reads, and its JSON form. Depends on {@code model}, and
 * keeps its records in the maps of {@code persistent}.
 */
@NullMarked
package dev.writ.core.authority;

import org.jspecify.annotations.NullMarked;
