package dev.writ.dsl.check;

import dev.writ.dsl.ast.Declaration;

/**
 * A declaration without a name, with the file it stands in.
 *
 * @param <D> the kind of declaration
 * @param declaration what is written
 * @param scope the file
 */
record Placed<D extends Declaration>(D declaration, FileScope scope) {}
