package dev.writ.dsl.parse.layout;

/**
 * A comment where it stands.
 *
 * @param text the comment with its slashes, trailing white space removed
 * @param apart whether a blank line stands before it
 */
record Note(String text, boolean apart) {}
