/**
 * Maps that are changed by making new ones, which share with the old all that did not change.
 *
 * <p>Depends on nothing; {@code model} keeps entities in them and {@code authority} its records.
 * Not exported.
 */
@NullMarked
package dev.writ.core.persistent;

import org.jspecify.annotations.NullMarked;
