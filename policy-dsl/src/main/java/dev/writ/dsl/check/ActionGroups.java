package dev.writ.dsl.check;

import dev.writ.dsl.ast.ActionGroupDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The actions that each action group stands for; groups nest, and none holds itself. */
final class ActionGroups {
  private static final Set<DeclarationKind> MEMBERS =
      EnumSet.of(DeclarationKind.ACTION, DeclarationKind.GROUP);

  private final NameResolver names;
  private final Taint taint;
  private final Diagnostics diagnostics;
  private final Map<String, SortedSet<String>> known = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final List<Declared<?>> open = new ArrayList<>();

  ActionGroups(NameResolver names, Taint taint, Diagnostics diagnostics) {
    this.names = names;
    this.taint = taint;
    this.diagnostics = diagnostics;
  }

  /** Resolves every group, so that errors in one that nothing uses show too. */
  void resolveAll(Declarations declarations) {
    declarations.all(ActionGroupDecl.class).forEach(this::members);
  }

  /** Returns the actions that a name in a head stands for, or null after reporting. */
  @Nullable SortedSet<String> actions(QualifiedName name, FileScope scope) {
    Declared<?> found = names.resolve(name, scope, MEMBERS, "action");
    if (found == null) {
      return null;
    }
    Declared<ActionGroupDecl> group = found.as(ActionGroupDecl.class);
    return group == null ? new TreeSet<>(Set.of(found.id())) : members(group);
  }

  private @Nullable SortedSet<String> members(Declared<ActionGroupDecl> group) {
    List<String> ids = open.stream().map(Declared::id).toList();
    int at = ids.indexOf(group.id());
    if (at >= 0) {
      diagnostics.add(
          Cycles.error(
                  DiagnosticCode.CYCLIC_GROUP, "action group", group, ids.subList(at, ids.size()))
              .withHelp("take the group out of one of its members"));
      return null;
    }
    if (broken.contains(group.id())) {
      return null;
    }
    SortedSet<String> members = known.get(group.id());
    return members != null ? members : resolve(group);
  }

  private @Nullable SortedSet<String> resolve(Declared<ActionGroupDecl> group) {
    SortedSet<String> members = new TreeSet<>();
    boolean whole = true;
    open.add(group);
    for (QualifiedName name : group.declaration().members()) {
      SortedSet<String> actions = actions(name, group.scope());
      whole &= actions != null;
      members.addAll(actions == null ? Set.of() : actions);
    }
    open.remove(open.size() - 1);
    if (!whole) {
      broken.add(group.id());
      taint.add(group.name());
      return null;
    }
    SortedSet<String> fixed = Collections.unmodifiableSortedSet(members);
    known.put(group.id(), fixed);
    return fixed;
  }
}
