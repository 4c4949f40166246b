/**
 * The scenario {@code tool-calls}: an assistant's tool calls in a bank and in an office, those its
 * user asked for and those that a text it read asked for. Reads the data of the benchmark AgentDojo
 * and of the scenario's own cases, which have the same form.
 */
@NullMarked
package dev.writ.examples.toolcalls;

import org.jspecify.annotations.NullMarked;
