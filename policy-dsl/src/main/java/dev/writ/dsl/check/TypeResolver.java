package dev.writ.dsl.check;

import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.BasedPathType;
import dev.writ.dsl.ast.Field;
import dev.writ.dsl.ast.MapType;
import dev.writ.dsl.ast.NamedType;
import dev.writ.dsl.ast.RecordSumType;
import dev.writ.dsl.ast.RecordType;
import dev.writ.dsl.ast.SetType;
import dev.writ.dsl.ast.TypeExpr;
import dev.writ.dsl.ast.TypeExprVisitor;
import dev.writ.dsl.ast.UnionType;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns a written type into a type of the schema; null where it is none, after reporting why.
 *
 * <p>One resolver serves one file; {@link TypeTable} holds what they share.
 */
final class TypeResolver implements TypeExprVisitor<Optional<Type>> {
  private final TypeTable table;
  private final FileScope scope;
  private final Taint taint;
  private final Diagnostics diagnostics;

  TypeResolver(TypeTable table, FileScope scope, Taint taint, Diagnostics diagnostics) {
    this.table = table;
    this.taint = taint;
    this.diagnostics = diagnostics;
    this.scope = scope;
  }

  @Nullable Type resolve(TypeExpr type) {
    return type.accept(this).orElse(null);
  }

  /** Returns the record that a type stands for; null where it is none or stands for no record. */
  Type.@Nullable RecordType resolveRecord(TypeExpr written) {
    Type type = resolve(written);
    if (type == null || type instanceof Type.RecordType) {
      return (Type.RecordType) type;
    }
    diagnostics.add(
        scope
            .error(
                DiagnosticCode.NOT_A_RECORD, written.span(), "`" + type + "` is not a record type")
            .withHelp("write the fields in braces: `{ name: String }`"));
    return null;
  }

  /** Returns the record of these fields; those with an error are left out. */
  Type.RecordType fields(List<Field> written) {
    Map<String, Field> first = new LinkedHashMap<>();
    List<Type.Field> fields = new ArrayList<>();
    for (Field field : written) {
      Field earlier = first.putIfAbsent(field.name().text(), field);
      if (earlier != null) {
        diagnostics.add(
            scope
                .error(
                    DiagnosticCode.DUPLICATE_FIELD,
                    field.name().span(),
                    "field `" + field.name().text() + "` is declared twice")
                .withRelated(scope.source(), earlier.name().span(), "it is declared here first"));
        continue;
      }
      Type type = resolve(field.type());
      if (type == null) {
        taint.add(field.name().text());
      } else {
        fields.add(new Type.Field(field.name().text(), type, field.optional(), field.secret()));
      }
    }
    return new Type.RecordType(fields);
  }

  @Override
  public Optional<Type> visitNamed(NamedType node) {
    String name = node.name().text();
    Type builtIn = BuiltIn.typesByName().get(name);
    return Optional.ofNullable(builtIn != null ? builtIn : table.declared(node.name(), scope));
  }

  @Override
  public Optional<Type> visitUnion(UnionType node) {
    TreeSet<String> types = new TreeSet<>();
    boolean whole = true;
    for (NamedType member : node.members()) {
      Type type = resolve(member);
      whole &= type != null;
      if (type instanceof Type.EntityType entity) {
        types.addAll(entity.types());
      } else if (type != null) {
        whole = false;
        diagnostics.add(
            scope.error(
                DiagnosticCode.INVALID_UNION,
                member.span(),
                "`" + type + "` is not an entity type, and unions are of entity types only"));
      }
    }
    return whole ? Optional.of(Type.EntityType.of(types)) : Optional.empty();
  }

  @Override
  public Optional<Type> visitSet(SetType node) {
    Type element = resolve(node.element());
    long most = node.most() == null ? table.setLimit() : node.most();
    long least = node.least() == null ? 0 : node.least();
    if (element == null || !isSmallEnough(node, most)) {
      return Optional.empty();
    }
    String problem = ElementTypes.problemAsElement(element);
    if (problem != null) {
      diagnostics.add(
          scope
              .error(DiagnosticCode.INVALID_ELEMENT_TYPE, node.element().span(), problem)
              .withHelp(
                  "a set holds scalars, enums, entities or records without sets and records"));
      return Optional.empty();
    }
    return Optional.of(new Type.SetType(element, (int) least, (int) most));
  }

  private boolean isSmallEnough(SetType node, long most) {
    if (most > table.setLimit()) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.SET_TOO_LARGE,
                  node.span(),
                  "a set may have at most " + table.setLimit() + " elements, not " + most)
              .withHelp("lower the bound, or raise the limit when compiling"));
      return false;
    }
    return true;
  }

  @Override
  public Optional<Type> visitMap(MapType node) {
    Type key = resolve(node.key());
    Type value = resolve(node.value());
    if (key == null || value == null) {
      return Optional.empty();
    }
    if (key != Type.Scalar.STRING) {
      diagnostics.add(
          scope.error(
              DiagnosticCode.INVALID_MAP_TYPE,
              node.key().span(),
              "the keys of a map are of type `String`, not `" + key + "`"));
      return Optional.empty();
    }
    String problem = ElementTypes.problemAsTag(value);
    if (problem != null) {
      diagnostics.add(
          scope
              .error(DiagnosticCode.INVALID_MAP_TYPE, node.value().span(), problem)
              .withHelp("a map holds scalars, enums, entities or sets of these"));
      return Optional.empty();
    }
    return Optional.of(new Type.MapType(value));
  }

  @Override
  public Optional<Type> visitBasedPath(BasedPathType node) {
    Type type = resolve(node.type());
    if (type == null) {
      return Optional.empty();
    }
    if (!(type instanceof Type.PathType)) {
      diagnostics.add(
          scope.error(
              DiagnosticCode.INVALID_BASE_PATH,
              node.type().span(),
              "only `Path` can stand under a base, not `" + type + "`"));
      return Optional.empty();
    }
    try {
      return Optional.of(new Type.PathType(PathValue.parse(node.base().value()).text()));
    } catch (InvalidValueException e) {
      diagnostics.add(
          scope
              .error(DiagnosticCode.INVALID_BASE_PATH, node.base().span(), e.reason())
              .withHelp("write it from the root, as in `Path under \"/srv/app\"`"));
      return Optional.empty();
    }
  }

  @Override
  public Optional<Type> visitRecord(RecordType node) {
    return Optional.of(fields(node.fields()));
  }

  @Override
  public Optional<Type> visitRecordSum(RecordSumType node) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    boolean whole = true;
    for (TypeExpr part : node.parts()) {
      Type.RecordType record = resolveRecord(part);
      whole &= record != null;
      for (Type.Field field : record == null ? List.<Type.Field>of() : record.fields()) {
        if (fields.putIfAbsent(field.name(), field) != null) {
          diagnostics.add(
              scope
                  .error(
                      DiagnosticCode.DUPLICATE_FIELD,
                      part.span(),
                      "field `" + field.name() + "` is there already")
                  .withHelp(
                      "a record adds fields to another, it cannot change one: rename the field"));
        }
      }
    }
    return whole
        ? Optional.of(new Type.RecordType(List.copyOf(fields.values())))
        : Optional.empty();
  }
}
