/** Examples of using Writ from Java; the scenarios have packages of their own. */
@NullMarked
package dev.writ.examples;

import org.jspecify.annotations.NullMarked;
