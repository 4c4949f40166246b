package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.ActionPatternVisitor;
import dev.writ.dsl.ast.AnyAction;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.NamedActions;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the slots that a head spans. */
final class HeadResolver {
  private final Schema schema;
  private final ActionGroups groups;
  private final NameResolver names;
  private final TypeHierarchy hierarchy;
  private final Taint taint;
  private final Diagnostics diagnostics;
  private final SlotBudget budget;

  HeadResolver(
      Schema schema,
      ActionGroups groups,
      NameResolver names,
      TypeHierarchy hierarchy,
      Taint taint,
      Diagnostics diagnostics,
      SlotBudget budget) {
    this.schema = schema;
    this.groups = groups;
    this.names = names;
    this.hierarchy = hierarchy;
    this.taint = taint;
    this.diagnostics = diagnostics;
    this.budget = budget;
  }

  /** Returns the head with what it spans, or null after reporting, or where it is tainted. */
  @Nullable SpannedHead resolve(Head head, FileScope scope, HeadRules rules) {
    if (rules.needsTypes() && (head.principals().isEmpty() || head.resources().isEmpty())) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.INCOMPLETE_HEAD,
                  head.span(),
                  "what permits must say `"
                      + (head.principals().isEmpty() ? "by" : "on")
                      + "` which types")
              .withHelp("write `ACTIONS by TYPES on TYPES`"));
      return null;
    }
    int before = diagnostics.size();
    List<NamedSet> actions = head.actions().accept(new Actions(scope, rules));
    Map<String, List<TypePattern>> principals = byType(head.principals(), scope);
    Map<String, List<TypePattern>> resources = byType(head.resources(), scope);
    if (diagnostics.size() > before || taint.touches(scope.source(), head.span())) {
      return null;
    }
    SortedSet<HeadSlot> slots = slots(actions, principals, resources, rules);
    if (!budget.take(slots.size())) {
      tooMany(head, scope);
      return null;
    }
    SpanCheck check = new SpanCheck(head, scope, slots, diagnostics);
    boolean spans = check.check(actions, principals, resources, schema);
    SortedSet<HeadSlot> inside = spans ? check.inside(rules.guard(), hierarchy) : slots;
    return spans && !inside.isEmpty()
        ? new SpannedHead(head, scope, rules.guard(), inside, principals, resources)
        : null;
  }

  private void tooMany(Head head, FileScope scope) {
    int limit = budget.tellOnce();
    if (limit >= 0) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.TOO_MANY_SLOTS,
                  head.span(),
                  "the heads of the set span more than "
                      + limit
                      + " combinations of action, principal type and resource type")
              .withHelp("narrow the widest heads, or raise the limit when compiling"));
    }
  }

  /**
   * A name in a head and the actions it stands for.
   *
   * @param name the name, or null for {@code any}
   * @param actions the actions
   */
  record NamedSet(@Nullable QualifiedName name, SortedSet<String> actions) {}

  private SortedSet<HeadSlot> slots(
      List<NamedSet> actions,
      Map<String, List<TypePattern>> principals,
      Map<String, List<TypePattern>> resources,
      HeadRules rules) {
    SortedSet<HeadSlot> slots = new TreeSet<>();
    Set<String> subjects = rules.subjects();
    for (NamedSet set : actions) {
      for (String name : set.actions()) {
        ActionDef action = schema.action(name);
        if (action != null) {
          action.principalTypes().stream()
              .filter(type -> principals.isEmpty() || principals.containsKey(type))
              .filter(type -> subjects == null || subjects.contains(type))
              .forEach(type -> slots.addAll(slots(action, type, resources)));
        }
      }
    }
    return slots;
  }

  private static List<HeadSlot> slots(
      ActionDef action, String principal, Map<String, List<TypePattern>> resources) {
    return action.resourceTypes().stream()
        .filter(type -> resources.isEmpty() || resources.containsKey(type))
        .map(type -> new HeadSlot(action.name(), principal, type))
        .toList();
  }

  private Map<String, List<TypePattern>> byType(List<TypePattern> patterns, FileScope scope) {
    Map<String, List<TypePattern>> byType = new LinkedHashMap<>();
    for (TypePattern pattern : patterns) {
      var type =
          names.resolve(Patterns.typeOf(pattern), scope, DeclarationKind.ENTITY, EntityDecl.class);
      if (type != null) {
        byType.computeIfAbsent(type.id(), id -> new ArrayList<>()).add(pattern);
      }
    }
    return byType;
  }

  /** Resolves the actions of a head. */
  private final class Actions implements ActionPatternVisitor<List<NamedSet>> {
    private final FileScope scope;
    private final HeadRules rules;

    Actions(FileScope scope, HeadRules rules) {
      this.scope = scope;
      this.rules = rules;
    }

    @Override
    public List<NamedSet> visitNamed(NamedActions node) {
      List<NamedSet> sets = new ArrayList<>();
      for (QualifiedName name : node.names()) {
        SortedSet<String> actions = groups.actions(name, scope);
        if (actions != null) {
          sets.add(new NamedSet(name, actions));
        }
      }
      return sets;
    }

    @Override
    public List<NamedSet> visitAny(AnyAction node) {
      Set<String> every = every();
      SortedSet<String> left = new TreeSet<>(every);
      for (QualifiedName name : node.except()) {
        SortedSet<String> out = groups.actions(name, scope);
        if (out != null && out.stream().noneMatch(every::contains)) {
          diagnostics.add(
              scope.error(
                  DiagnosticCode.HEAD_SPANS_NOTHING,
                  name.span(),
                  "`" + name.text() + "` is not among the actions that `any` stands for here"));
        }
        left.removeAll(out == null ? Set.of() : out);
      }
      return List.of(new NamedSet(null, left));
    }

    private Set<String> every() {
      Set<String> every = new TreeSet<>();
      for (ActionDef action : schema.actions().values()) {
        if (!rules.ownActions() || action.module().equals(scope.module())) {
          every.add(action.name());
        }
      }
      return every;
    }
  }
}
