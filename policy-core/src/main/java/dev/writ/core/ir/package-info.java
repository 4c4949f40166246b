/**
 * The typed policy set: what a compiler writes and every evaluator reads, and nothing else. All
 * names are resolved, all literals typed, all lets expanded, all defaults filled in. Its JSON form
 * and hash live here too. Depends on {@code model} alone.
 */
@NullMarked
package dev.writ.core.ir;

import org.jspecify.annotations.NullMarked;
