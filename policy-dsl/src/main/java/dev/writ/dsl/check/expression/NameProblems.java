package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports names that stand for nothing, with what was probably meant. */
final class NameProblems {
  private final Checking at;

  NameProblems(Checking at) {
    this.at = at;
  }

  void unknown(String name, Span span, Type.@Nullable EnumType wanted) {
    if (reportsType(name, span) || reportsLaterLet(name, span) || reportsContext(name, span)) {
      return;
    }
    if (wanted != null) {
      unknownEnumerator(name, span, wanted);
      return;
    }
    Type.EnumType owner = enumWith(name);
    if (owner != null) {
      at.error(
          DiagnosticCode.UNTYPED_ENUMERATOR,
          span,
          "it is not clear which enum `" + name + "` is a value of",
          "write `" + owner.name() + "." + name + "`");
      return;
    }
    at.error(
        DiagnosticCode.UNKNOWN_NAME,
        span,
        "`" + name + "` is not declared",
        name.length() == 1 ? null : Spelling.didYouMean(name, candidates()).orElse(null));
  }

  void unknownEnumerator(String name, Span span, Type.EnumType owner) {
    List<String> words = words(owner);
    at.error(
        DiagnosticCode.UNKNOWN_ENUMERATOR,
        span,
        "`" + owner.name() + "` has no value `" + name + "`",
        Spelling.didYouMean(name, words)
            .orElse("its values are `" + String.join("`, `", words) + "`"));
  }

  /** Whether a name is an entity type or an enum, which is no value; if so, that is reported. */
  boolean reportsType(String name, Span span) {
    if (at.names().findEnum(name) != null) {
      at.error(
          DiagnosticCode.TYPE_AS_VALUE,
          span,
          "`" + name + "` is an enum, not a value",
          "write one of its values, such as `"
              + name
              + "."
              + words(at.names().findEnum(name)).get(0)
              + "`");
      return true;
    }
    if (at.names().findEntityType(name) != null) {
      at.error(
          DiagnosticCode.TYPE_AS_VALUE,
          span,
          "`" + name + "` is an entity type, not a value",
          "write `" + name + "::\"id\"` for one entity, or `is " + name + "` for all of them");
      return true;
    }
    return false;
  }

  private boolean reportsLaterLet(String name, Span span) {
    List<LocalLet> lets = at.context().lets();
    for (int i = at.frame().letsSeen(); i < lets.size(); i++) {
      if (lets.get(i).name().text().equals(name)) {
        at.error(
            DiagnosticCode.UNKNOWN_NAME,
            span,
            "`" + name + "` is not declared yet",
            "a let sees those before it: move `let " + name + "` up");
        return true;
      }
    }
    return false;
  }

  private boolean reportsContext(String name, Span span) {
    boolean approver = name.equals(ContextRoot.APPROVER.word());
    if (!approver && !name.equals(ContextRoot.REQUESTER.word())) {
      return false;
    }
    at.error(
        DiagnosticCode.ROOT_NOT_AVAILABLE,
        span,
        "there is no `" + name + "` here",
        approver
            ? "`approver` is the voter, in the `when` of a clause"
            : "`requester` is who asks, in `requested by` and in approvals");
    return true;
  }

  private Type.@Nullable EnumType enumWith(String name) {
    return at.names().visibleEnums().stream()
        .filter(type -> type.ordinalOfName(name) >= 0)
        .findFirst()
        .orElse(null);
  }

  private List<String> candidates() {
    List<String> found = new ArrayList<>(at.names().visibleLets());
    at.frame().locals().forEach(variable -> found.add(variable.name()));
    at.context().lets().stream()
        .limit(at.frame().letsSeen())
        .forEach(let -> found.add(let.name().text()));
    at.context().roots().keySet().forEach(root -> found.add(root.word()));
    at.names().visibleEnums().forEach(type -> found.addAll(words(type)));
    return found;
  }

  private static List<String> words(Type.@Nullable EnumType type) {
    List<String> words = new ArrayList<>();
    if (type != null) {
      type.enumerators().forEach(enumerator -> words.add(enumerator.name()));
    }
    return words;
  }
}
