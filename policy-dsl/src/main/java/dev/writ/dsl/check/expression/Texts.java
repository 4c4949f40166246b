package dev.writ.dsl.check.expression;

import dev.writ.core.model.CommandValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.PathPattern;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.UrlValue;
import dev.writ.dsl.ast.EqualsIgnoringAsciiCase;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Like;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Matches;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.ast.Under;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators on strings, paths, hosts and commands. */
final class Texts {
  private final Checking at;

  Texts(Checking at) {
    this.at = at;
  }

  Outcome like(Like node) {
    Outcome operand = at.check(node.operand());
    if (operand.type() instanceof Type.PathType) {
      wrongType(node.operand(), "like", operand, "a path is asked for by `matches` or `under`");
    } else if (operand.type() == Scalar.URL) {
      wrongType(node.operand(), "like", operand, "ask for a part: `.host under \"example.com\"`");
    } else {
      require(node.operand(), "like", operand, Scalar.STRING);
    }
    at.facts().meaning(node, new Meaning.PatternText(GlobTexts.escaped(node.pattern())));
    return at.bool();
  }

  Outcome matches(Matches node) {
    Outcome operand = at.check(node.operand());
    if (operand.type() != null && !(operand.type() instanceof Type.PathType)) {
      wrongType(
          node.operand(),
          "matches",
          operand,
          operand.type() == Scalar.STRING ? "a string is asked for by `like`" : null);
    }
    String pattern = GlobTexts.plain(node.pattern());
    try {
      PathPattern.parse(pattern);
      at.facts().meaning(node, new Meaning.PatternText(pattern));
    } catch (InvalidValueException invalid) {
      at.error(DiagnosticCode.INVALID_LITERAL, node.pattern().span(), invalid.reason(), null);
    }
    return at.bool();
  }

  Outcome under(Under node) {
    Outcome operand = at.check(node.operand());
    if (operand.type() == null) {
      return at.bool();
    }
    if (operand.host()) {
      return host(node);
    }
    if (!(operand.type() instanceof Type.PathType)) {
      wrongType(
          node.operand(),
          "under",
          operand,
          operand.type() == Scalar.URL
              ? "ask for a part: `.host under \"example.com\"` or `.path under \"/v1\"`"
              : "it takes a `Path` or the host of a `Url`");
      return at.bool();
    }
    Outcome base = at.check(node.base(), Wanted.of(Type.PathType.ABSOLUTE));
    if (base.type() != null && !(base.type() instanceof Type.PathType)) {
      wrongType(node.base(), "under", base, "a path is under a `Path`");
    }
    at.facts().meaning(node, Meaning.UnderForm.PATH);
    return at.bool();
  }

  private Outcome host(Under node) {
    if (!(node.base() instanceof StringLiteral domain)) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.base().span(),
          "a host is under a domain that is written out",
          "write a string, such as `under \"example.com\"`");
      return at.bool();
    }
    try {
      UrlValue.checkHost(domain.value());
      at.check(domain);
      at.facts().meaning(node, Meaning.UnderForm.HOST);
    } catch (InvalidValueException invalid) {
      at.error(DiagnosticCode.INVALID_LITERAL, domain.span(), invalid.reason(), null);
    }
    return at.bool();
  }

  Outcome startsWith(StartsWith node) {
    Outcome operand = at.check(node.operand());
    if (operand.type() == null) {
      return at.bool();
    }
    if (operand.is(Scalar.COMMAND)) {
      List<String> words = words(node.prefix());
      if (words != null) {
        at.facts().meaning(node, new Meaning.Words(words));
      }
      return at.bool();
    }
    if (operand.type() instanceof Type.PathType) {
      wrongType(
          node.operand(), "starts with", operand, "a path is asked for by whole segments: `under`");
      return at.bool();
    }
    require(node.operand(), "starts with", operand, Scalar.STRING);
    require(node.prefix(), "starts with", at.check(node.prefix()), Scalar.STRING);
    return at.bool();
  }

  private @Nullable List<String> words(Expression prefix) {
    List<String> words = new ArrayList<>();
    if (prefix instanceof ListLiteral list) {
      for (Expression element : list.elements()) {
        if (element instanceof StringLiteral word) {
          words.add(word.value());
        }
      }
      if (!words.isEmpty() && words.size() == list.elements().size()) {
        return valid(prefix, words) ? words : null;
      }
    }
    at.error(
        DiagnosticCode.OPERAND_TYPE,
        prefix.span(),
        "a command starts with words that are written out",
        "write a list of strings: `starts with [\"git\", \"status\"]`");
    return null;
  }

  private boolean valid(Expression prefix, List<String> words) {
    try {
      int count = CommandValue.parse(String.join(" ", words)).words().size();
      if (count == words.size()) {
        return true;
      }
      at.error(
          DiagnosticCode.INVALID_LITERAL,
          prefix.span(),
          "a word of a command holds no space",
          "write each word as a string of its own");
    } catch (InvalidValueException invalid) {
      at.error(DiagnosticCode.INVALID_LITERAL, prefix.span(), invalid.reason(), null);
    }
    return false;
  }

  Outcome equalsIgnoringCase(EqualsIgnoringAsciiCase node) {
    require(node.left(), "equals ignoring ascii case", at.check(node.left()), Scalar.STRING);
    require(node.right(), "equals ignoring ascii case", at.check(node.right()), Scalar.STRING);
    return at.bool();
  }

  private void require(Expression node, String operator, Outcome found, Type wanted) {
    if (found.type() != null && !found.type().equals(wanted)) {
      wrongType(node, operator, found, "it takes " + TypeWords.of(wanted));
    }
  }

  private void wrongType(Expression node, String operator, Outcome found, @Nullable String help) {
    if (found.type() != null) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.span(),
          "`" + operator + "` does not take " + TypeWords.of(found.type()),
          help);
    }
  }
}
