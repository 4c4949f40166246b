package dev.writ.dsl.check;

import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.UseDecl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the declaration that a name in a file stands for.
 *
 * <p>A bare name is looked for in the file's module, then among the names the file uses one by one,
 * then in the modules it uses whole; the first of these that has it answers. A dotted name is the
 * name in the whole set.
 */
final class NameTable {
  private final Declarations declarations;

  NameTable(Declarations declarations) {
    this.declarations = declarations;
  }

  Lookup find(QualifiedName name, FileScope scope, Set<DeclarationKind> wanted) {
    return find(name.text(), name.parts().size() > 1, scope, wanted);
  }

  Lookup find(String name, boolean dotted, FileScope scope, Set<DeclarationKind> wanted) {
    if (dotted) {
      return one(name, wanted);
    }
    Lookup own = one(scope.qualify(name), wanted);
    return own.isSettled() || scope.uses().isEmpty() ? own : used(name, scope, wanted, own);
  }

  private Lookup used(String name, FileScope scope, Set<DeclarationKind> wanted, Lookup own) {
    Lookup wrong = own;
    for (Collection<String> ids : tiers(name, scope)) {
      Lookup lookup = among(ids, wanted);
      if (lookup.isSettled()) {
        return lookup;
      }
      wrong = wrong.otherKind() == null ? lookup : wrong;
    }
    return wrong;
  }

  private List<Collection<String>> tiers(String name, FileScope scope) {
    Set<String> single = new LinkedHashSet<>();
    Set<String> whole = new LinkedHashSet<>();
    for (UseDecl use : scope.uses()) {
      String used = use.name().text();
      if (use.name().parts().size() > 1 && use.name().last().text().equals(name)) {
        single.add(used);
      }
      if (declarations.modules().contains(used)) {
        whole.add(used + "." + name);
      }
    }
    return List.of(single, whole);
  }

  private Lookup one(String id, Set<DeclarationKind> wanted) {
    Declared<?> declared = declarations.named(id);
    return declared != null && wanted.contains(declared.kind())
        ? Lookup.of(List.of(declared), null)
        : Lookup.of(List.of(), declared);
  }

  private Lookup among(Collection<String> ids, Set<DeclarationKind> wanted) {
    List<Declared<?>> found = new ArrayList<>();
    Declared<?> otherKind = null;
    for (String id : ids) {
      Declared<?> declared = declarations.named(id);
      if (declared != null && wanted.contains(declared.kind())) {
        found.add(declared);
      } else if (declared != null && otherKind == null) {
        otherKind = declared;
      }
    }
    return Lookup.of(found, otherKind);
  }

  /** Returns the bare names of some kinds that a file can use without a qualifier. */
  Set<String> visible(FileScope scope, Set<DeclarationKind> wanted) {
    Set<String> names = new TreeSet<>();
    for (Declared<?> declared : declarations.named()) {
      boolean own = declared.module().equals(scope.module());
      boolean used =
          scope.uses().stream()
              .map(use -> use.name().text())
              .anyMatch(use -> use.equals(declared.id()) || use.equals(declared.module()));
      if (wanted.contains(declared.kind()) && (own || used)) {
        names.add(declared.name());
      }
    }
    return names;
  }

  /** Returns the ids of declarations of some kinds that have this bare name somewhere. */
  List<String> elsewhere(String name, Set<DeclarationKind> wanted) {
    return declarations.idsOf(name).stream()
        .filter(
            id -> {
              Declared<?> declared = declarations.named(id);
              return declared != null && wanted.contains(declared.kind());
            })
        .toList();
  }
}
