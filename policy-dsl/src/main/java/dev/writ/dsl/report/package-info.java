/**
 * Terminal tables, trees and bars, pages with plots, and JUnit XML from plain records. Knows
 * nothing of policies: what is shown is handed over as text.
 */
@NullMarked
package dev.writ.dsl.report;

import org.jspecify.annotations.NullMarked;
