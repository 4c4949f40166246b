/** The command that runs the benchmarks. */
@NullMarked
package dev.writ.bench;

import org.jspecify.annotations.NullMarked;
