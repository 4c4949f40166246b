/**
 * A policy set cut by what a request fixes: the action, the type of who acts and the type of what
 * is acted on. One {@link Slice} holds all that speaks there; {@link Pin} tells which attributes a
 * condition fixes to constants, {@link Constants} with which ones an attribute is compared at all.
 *
 * <p>{@link EntityPaths} lists what of the entities a decision of a slice can read, for sources
 * that load just that.
 *
 * <p>Reads {@code ir}; serves the fast evaluator and the analysis of sets.
 */
@NullMarked
package dev.writ.core.slice;

import org.jspecify.annotations.NullMarked;
