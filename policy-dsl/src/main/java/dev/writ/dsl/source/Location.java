package dev.writ.dsl.source;

/**
 * A place in a text as people count it.
 *
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record Location(int line, int column) {}
