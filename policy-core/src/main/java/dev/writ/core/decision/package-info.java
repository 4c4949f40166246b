/**
 * Verdicts, decisions and what is in them, and the one place where three truth values become a
 * verdict ({@code Combination}). Depends on {@code model} alone.
 */
@NullMarked
package dev.writ.core.decision;

import org.jspecify.annotations.NullMarked;
