package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Glob;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.PathPattern;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import org.jspecify.annotations.Nullable;

/** What an expression asks of texts, paths, hosts and commands, as nodes. */
final class TextCode {
  private final Compiler compiler;

  TextCode(Compiler compiler) {
    this.compiler = compiler;
  }

  Node like(Expr.Like expr) {
    Glob glob = glob(expr.glob());
    if (Literals.isStart(expr.glob()) && compiler.type(expr.string()) == Scalar.STRING) {
      StringValue start = new StringValue(Literals.start(expr.glob()));
      return compiler.one(Scalar.BOOL, expr.string(), (a, v, m) -> TextOps.startsWith(a, start, m));
    }
    return compiler.checked(
        glob != null && compiler.type(expr.string()) == Scalar.STRING,
        expr,
        compiler.one(
            Scalar.BOOL,
            expr.string(),
            (a, v, m) ->
                glob != null && a instanceof StringValue s
                    ? Node.bool(glob.matches(s.value()))
                    : m.illTyped("like")));
  }

  private static @Nullable Glob glob(String source) {
    try {
      return Glob.parse(source);
    } catch (InvalidValueException noGlob) {
      return null;
    }
  }

  Node matches(Expr.Matches expr) {
    PathPattern pattern = pattern(expr.pattern());
    return compiler.checked(
        pattern != null && compiler.type(expr.path()) instanceof Type.PathType,
        expr,
        compiler.one(
            Scalar.BOOL,
            expr.path(),
            (a, v, m) ->
                pattern != null && a instanceof PathValue path
                    ? Node.bool(pattern.matches(path))
                    : m.illTyped("matches")));
  }

  private static @Nullable PathPattern pattern(String source) {
    try {
      return PathPattern.parse(source);
    } catch (InvalidValueException noPattern) {
      return null;
    }
  }

  Node pathUnder(Expr.PathUnder expr) {
    return compiler.checked(
        compiler.type(expr.path()) instanceof Type.PathType
            && compiler.type(expr.base()) instanceof Type.PathType,
        expr,
        compiler.two(
            Scalar.BOOL, expr.path(), expr.base(), (a, b, v, m) -> TextOps.under(a, b, m)));
  }

  Node hostUnder(Expr.HostUnder expr) {
    return compiler.checked(
        compiler.type(expr.host()) == Scalar.STRING,
        expr,
        compiler.one(
            Scalar.BOOL, expr.host(), (a, v, m) -> TextOps.hostUnder(a, expr.domain(), m)));
  }

  Node stringStartsWith(Expr.StringStartsWith expr) {
    return compiler.checked(
        compiler.type(expr.string()) == Scalar.STRING
            && compiler.type(expr.prefix()) == Scalar.STRING,
        expr,
        compiler.two(
            Scalar.BOOL,
            expr.string(),
            expr.prefix(),
            (a, b, v, m) -> TextOps.startsWith(a, b, m)));
  }

  Node commandStartsWith(Expr.CommandStartsWith expr) {
    return compiler.checked(
        compiler.type(expr.command()) == Scalar.COMMAND,
        expr,
        compiler.one(
            Scalar.BOOL, expr.command(), (a, v, m) -> TextOps.startsWith(a, expr.words(), m)));
  }

  Node equalsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return compiler.checked(
        compiler.type(expr.left()) == Scalar.STRING && compiler.type(expr.right()) == Scalar.STRING,
        expr,
        compiler.two(
            Scalar.BOOL,
            expr.left(),
            expr.right(),
            (a, b, v, m) -> TextOps.equalsIgnoringAsciiCase(a, b, m)));
  }
}
