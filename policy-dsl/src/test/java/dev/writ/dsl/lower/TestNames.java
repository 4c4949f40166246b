package dev.writ.dsl.lower;

import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.check.expression.ModuleLet;
import dev.writ.dsl.check.expression.Names;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of one module: the types of a schema, some approvals and labels, and the lets of a file.
 */
final class TestNames implements Names {
  private static final Set<String> AUTHORITY =
      Set.of("review", "say_yes", "break_glass", "untrusted");

  private final Schema schema;
  private final Map<String, ModuleLet> lets = new HashMap<>();

  TestNames(Schema schema) {
    this.schema = schema;
  }

  void add(SourceText file, LetDecl let) {
    lets.put(let.name().text(), new ModuleLet(let.name().text(), file, let, this));
  }

  @Override
  public @Nullable String entityType(QualifiedName name, Problems problems) {
    return known(name, problems, schema.entityTypes().containsKey(name.text()));
  }

  private static @Nullable String known(QualifiedName name, Problems problems, boolean known) {
    if (!known) {
      problems.error(
          DiagnosticCode.UNKNOWN_NAME, name.span(), "`" + name.text() + "` is not declared");
    }
    return known ? name.text() : null;
  }

  @Override
  public @Nullable String approval(QualifiedName name, Problems problems) {
    return known(name, problems, AUTHORITY.contains(name.text()));
  }

  @Override
  public @Nullable String confirmation(QualifiedName name, Problems problems) {
    return approval(name, problems);
  }

  @Override
  public @Nullable String grant(QualifiedName name, Problems problems) {
    return approval(name, problems);
  }

  @Override
  public @Nullable String label(QualifiedName name, Problems problems) {
    return approval(name, problems);
  }

  @Override
  public Type.@Nullable EnumType findEnum(String name) {
    return switch (name) {
      case "Source" -> Schema.SOURCE;
      case "Weekday" -> Schema.WEEKDAY;
      case "a.b.Environment" -> TestSchema.ENVIRONMENT;
      default -> schema.enums().get(name);
    };
  }

  @Override
  public @Nullable ModuleLet findLet(String name) {
    return lets.get(name.replace("a.b.", ""));
  }

  @Override
  public @Nullable String findEntityType(String name) {
    return schema.entityTypes().containsKey(name) ? name : null;
  }

  @Override
  public boolean mayUse(ModuleLet let, Span at, Problems problems) {
    boolean may = !let.id().startsWith("elsewhere");
    if (!may) {
      problems.error(DiagnosticCode.UNKNOWN_NAME, at, "`" + let.id() + "` is for another head");
    }
    return may;
  }

  @Override
  public Collection<Type.EnumType> visibleEnums() {
    return schema.enums().values();
  }

  @Override
  public Collection<String> visibleLets() {
    List<String> names = new ArrayList<>(lets.keySet());
    names.sort(null);
    return names;
  }
}
