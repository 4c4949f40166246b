package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypeDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that the set declares, resolved when first asked for. */
final class TypeTable {
  private static final Set<DeclarationKind> TYPES =
      EnumSet.of(DeclarationKind.ENUM, DeclarationKind.ENTITY, DeclarationKind.TYPE);

  private final NameResolver names;
  private final Taint taint;
  private final Diagnostics diagnostics;
  private final int setLimit;
  private final Map<String, Type.EnumType> enums = new HashMap<>();
  private final Map<String, @Nullable Type> records = new HashMap<>();
  private final List<Declared<?>> open = new ArrayList<>();

  TypeTable(NameResolver names, Taint taint, Diagnostics diagnostics, int setLimit) {
    this.names = names;
    this.taint = taint;
    this.diagnostics = diagnostics;
    this.setLimit = setLimit;
  }

  /** Returns the greatest size that a set type may have. */
  int setLimit() {
    return setLimit;
  }

  /** Returns a resolver for the types written in a file. */
  TypeResolver in(FileScope scope) {
    return new TypeResolver(this, scope, taint, diagnostics);
  }

  /** Returns the declared type that a name stands for, or null after reporting. */
  @Nullable Type declared(QualifiedName name, FileScope scope) {
    Declared<?> found = names.resolve(name, scope, TYPES, "type", BuiltIn.typeNames());
    if (found == null) {
      return null;
    }
    return switch (found.kind()) {
      case ENTITY -> Type.EntityType.of(found.id());
      case ENUM -> enumType(of(found, EnumDecl.class));
      default -> record(of(found, TypeDecl.class));
    };
  }

  private static <D extends Declaration> Declared<D> of(Declared<?> found, Class<D> type) {
    Declared<D> typed = found.as(type);
    if (typed == null) {
      throw new IllegalStateException(found.id() + " is not declared as " + found.kind());
    }
    return typed;
  }

  /** Returns the type of an enum, whatever is wrong with it reported once. */
  Type.EnumType enumType(Declared<EnumDecl> declared) {
    Type.EnumType known = enums.get(declared.id());
    if (known == null) {
      known = new EnumBuilder(declared, diagnostics).build();
      enums.put(declared.id(), known);
    }
    return known;
  }

  /** Returns the record that a type declaration stands for, or null after reporting. */
  @Nullable Type record(Declared<TypeDecl> declared) {
    String id = declared.id();
    if (open.stream().anyMatch(opened -> opened.id().equals(id))) {
      diagnostics.add(cycle(declared));
      return null;
    }
    if (!records.containsKey(id)) {
      open.add(declared);
      records.put(id, in(declared.scope()).resolveRecord(declared.declaration().type()));
      open.remove(open.size() - 1);
    }
    return records.get(id);
  }

  private Diagnostic cycle(Declared<TypeDecl> declared) {
    List<String> ids = open.stream().map(Declared::id).toList();
    List<String> path = new ArrayList<>(ids.subList(ids.indexOf(declared.id()), ids.size()));
    return Cycles.error(DiagnosticCode.CYCLIC_TYPE, "record type", declared, path)
        .withHelp("a record holds other records whole, so none can hold itself");
  }
}
