package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.source.SourceText;

/**
 * A let of a module, and what its body needs to be read.
 *
 * @param id the qualified name; two lets are the same if their ids are
 * @param file the text that the spans of the declaration point into
 * @param declaration the declaration
 * @param names the names as they are seen where the let is declared, in the slot that is checked
 */
public record ModuleLet(String id, SourceText file, LetDecl declaration, Names names) {}
