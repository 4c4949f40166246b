package dev.writ.dsl.check.expression;

import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.RecordEntry;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written out as a value of a type: what tests state of entities and requests.
 *
 * <p>Records and maps are written {@code { name: value }}, sets {@code [a, b]}. Not safe for use by
 * several threads at a time.
 */
public final class LiteralReader {
  private final TypeContext context;
  private final Diagnostics diagnostics;
  private final Problems problems;

  /** Reads in a context, of which only names and schema count. */
  public LiteralReader(TypeContext context, Diagnostics diagnostics) {
    this.context = context;
    this.diagnostics = diagnostics;
    this.problems = new Problems(diagnostics, context.file());
  }

  /** Returns the value that is written, or null where it is none of the type; that is reported. */
  public @Nullable Value read(Expression literal, Type type) {
    if (literal instanceof RecordLiteral record && type instanceof Type.RecordType fields) {
      return record(record, fields);
    }
    if (literal instanceof RecordLiteral record && type instanceof Type.MapType map) {
      return map(record, map);
    }
    if (literal instanceof ListLiteral list && type instanceof Type.SetType set) {
      return set(list, set);
    }
    return scalar(literal, type);
  }

  private @Nullable Value scalar(Expression literal, Type type) {
    ExpressionFacts facts = new ExpressionChecker(context, diagnostics).value(literal, type, true);
    if (!facts.ok()) {
      return null;
    }
    Value value = facts.constant(literal);
    if (value == null) {
      problems.error(
          DiagnosticCode.VALUE_NOT_LITERAL,
          literal.span(),
          "this must be written out, as " + TypeWords.of(type));
    }
    return value;
  }

  private @Nullable Value record(RecordLiteral literal, Type.RecordType type) {
    Map<String, Value> values = new TreeMap<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean ok = true;
    for (RecordEntry entry : literal.entries()) {
      String name = entry.key().text();
      Type.Field field = type.field(name);
      if (field == null) {
        problems.error(
            DiagnosticCode.UNKNOWN_FIELD,
            entry.key().span(),
            "there is no field `" + name + "`",
            Spelling.didYouMean(name, type.fields().stream().map(Type.Field::name).toList())
                .orElse(null));
      }
      Value value = field == null ? null : read(entry.value(), field.type());
      ok &= isFirst(entry, seen) && value != null;
      if (value != null) {
        values.put(name, value);
      }
    }
    return requireAll(literal.span(), type, seen) && ok ? RecordValue.of(values) : null;
  }

  private boolean requireAll(Span span, Type.RecordType type, Set<String> given) {
    boolean ok = true;
    for (Type.Field field : type.fields()) {
      if (!field.optional() && !given.contains(field.name())) {
        problems.error(
            DiagnosticCode.MISSING_FIELD,
            span,
            "`" + field.name() + "` is missing",
            "add `" + field.name() + ": …`, " + TypeWords.of(field.type()));
        ok = false;
      }
    }
    return ok;
  }

  private @Nullable Value map(RecordLiteral literal, Type.MapType type) {
    Map<String, Value> values = new TreeMap<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean ok = true;
    for (RecordEntry entry : literal.entries()) {
      Value value = read(entry.value(), type.value());
      ok &= isFirst(entry, seen) && value != null;
      if (value != null) {
        values.put(entry.key().text(), value);
      }
    }
    return ok ? MapValue.of(values) : null;
  }

  private boolean isFirst(RecordEntry entry, Set<String> seen) {
    boolean first = seen.add(entry.key().text());
    if (!first) {
      problems.error(
          DiagnosticCode.REPEATED_VALUE,
          entry.key().span(),
          "`" + entry.key().text() + "` is given twice");
    }
    return first;
  }

  private @Nullable Value set(ListLiteral literal, Type.SetType type) {
    Set<Value> values = new LinkedHashSet<>();
    boolean ok = true;
    for (Expression element : literal.elements()) {
      Value value = read(element, type.element());
      ok &= value != null;
      if (value != null && !values.add(value)) {
        problems.error(
            DiagnosticCode.REPEATED_VALUE, element.span(), "this stands in the set already");
        ok = false;
      }
    }
    return ok && fitsBounds(literal, type) ? new SetValue(values) : null;
  }

  private boolean fitsBounds(ListLiteral literal, Type.SetType type) {
    int size = literal.elements().size();
    boolean fits = size >= type.min() && size <= type.max();
    if (!fits) {
      problems.error(
          DiagnosticCode.SET_SIZE,
          literal.span(),
          "the set has " + size + " elements, and it takes " + type.min() + " to " + type.max());
    }
    return fits;
  }
}
