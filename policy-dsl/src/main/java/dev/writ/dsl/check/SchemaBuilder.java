package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.ObligationDecl;
import dev.writ.dsl.ast.SessionFields;
import dev.writ.dsl.ast.TypeDecl;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the schema from the declarations of all files. */
final class SchemaBuilder {
  private final Declarations declarations;
  private final NameResolver names;
  private final TypeTable types;
  private final Taint taint;
  private final Diagnostics diagnostics;

  SchemaBuilder(
      Declarations declarations,
      NameResolver names,
      TypeTable types,
      Taint taint,
      Diagnostics diagnostics) {
    this.declarations = declarations;
    this.names = names;
    this.types = types;
    this.taint = taint;
    this.diagnostics = diagnostics;
  }

  Schema build(@Nullable Placed<ManifestDecl> manifest) {
    SortedMap<String, Type.EnumType> enums = all(EnumDecl.class, this::enumType);
    declarations.all(TypeDecl.class).forEach(this::record);
    return new Schema(
        enums,
        all(EntityDecl.class, this::entity),
        all(ActionDecl.class, this::action),
        obligations(),
        session(manifest));
  }

  private <D extends Declaration, V> SortedMap<String, V> all(
      Class<D> type, Function<Declared<D>, V> build) {
    SortedMap<String, V> built = new TreeMap<>();
    for (Declared<D> declared : declarations.all(type)) {
      int before = diagnostics.size();
      built.put(declared.id(), build.apply(declared));
      if (diagnostics.size() > before) {
        taint.add(declared.name());
      }
    }
    return built;
  }

  private Type.EnumType enumType(Declared<EnumDecl> declared) {
    keepBuiltIn(declared);
    return types.enumType(declared);
  }

  private void record(Declared<TypeDecl> declared) {
    keepBuiltIn(declared);
    types.record(declared);
  }

  private EntityTypeDef entity(Declared<EntityDecl> declared) {
    keepBuiltIn(declared);
    return new EntityBuilder(declared, diagnostics).build(names, types);
  }

  private ActionDef action(Declared<ActionDecl> declared) {
    return new ActionBuilder(declared, names, diagnostics).build(types);
  }

  private void keepBuiltIn(Declared<?> declared) {
    if (BuiltIn.isTypeName(declared.name())) {
      diagnostics.add(
          declared
              .scope()
              .error(
                  DiagnosticCode.BUILT_IN_NAME,
                  declared.nameSpan(),
                  "`" + declared.name() + "` is a built-in type")
              .withHelp("take another name"));
    }
  }

  private SortedMap<String, ObligationDef> obligations() {
    SortedMap<String, ObligationDef> kinds = new TreeMap<>(BuiltIn.obligationsByName());
    kinds.putAll(all(ObligationDecl.class, this::obligation));
    return kinds;
  }

  private ObligationDef obligation(Declared<ObligationDecl> declared) {
    FileScope scope = declared.scope();
    if (BuiltIn.obligationsByName().containsKey(declared.name())) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.BUILT_IN_NAME,
                  declared.nameSpan(),
                  "`" + declared.name() + "` is a built-in obligation")
              .withHelp("take another name"));
    }
    declared.declaration().parameters().stream()
        .filter(parameter -> parameter.optional() || parameter.secret())
        .forEach(
            parameter ->
                diagnostics.add(
                    scope
                        .error(
                            DiagnosticCode.INVALID_PARAMETER,
                            parameter.span(),
                            "a parameter of an obligation is neither optional nor secret")
                        .withHelp("declare a second obligation for the other case")));
    return new ObligationDef(
        declared.id(), types.in(scope).fields(declared.declaration().parameters()).fields());
  }

  private Type.@Nullable RecordType session(@Nullable Placed<ManifestDecl> manifest) {
    SessionFields session = manifest == null ? null : manifest.declaration().session();
    return session == null || manifest == null
        ? null
        : types.in(manifest.scope()).fields(session.fields());
  }
}
