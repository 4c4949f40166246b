package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.ModuleEntry;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks the manifest: one a set, in a file of its own, naming each module of the set once.
 *
 * <p>Where there is a manifest, a module that it does not name is an error: such a module would
 * have no owner and no guard, and would reach everywhere.
 */
final class ManifestChecker {
  private final Declarations declarations;
  private final Diagnostics diagnostics;

  ManifestChecker(Declarations declarations, Diagnostics diagnostics) {
    this.declarations = declarations;
    this.diagnostics = diagnostics;
  }

  /** Returns the manifest, or null where there is none; reports any further one. */
  @Nullable Placed<ManifestDecl> theOne() {
    List<Placed<ManifestDecl>> manifests = declarations.manifests();
    if (manifests.isEmpty()) {
      return null;
    }
    Placed<ManifestDecl> first = manifests.get(0);
    manifests.subList(1, manifests.size()).forEach(manifest -> second(manifest, first));
    manifests.forEach(this::checkAlone);
    return first;
  }

  private void second(Placed<ManifestDecl> manifest, Placed<ManifestDecl> first) {
    diagnostics.add(
        manifest
            .scope()
            .error(
                DiagnosticCode.SECOND_MANIFEST,
                manifest.declaration().name().span(),
                "a policy set has one manifest")
            .withHelp("move its modules into the first one")
            .withRelated(
                first.scope().source(), first.declaration().name().span(), "the first one"));
  }

  private void checkAlone(Placed<ManifestDecl> manifest) {
    FileScope scope = manifest.scope();
    if (declarations.declaresMore(scope) || !scope.module().isEmpty()) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.MANIFEST_NOT_ALONE,
                  manifest.declaration().name().span(),
                  "the manifest does not stand in a file of its own")
              .withHelp("keep nothing but the manifest, and what it uses, in its file"));
    }
  }

  /** Returns the modules of the set, by name. */
  SortedMap<String, CheckedModule> modules(
      @Nullable Placed<ManifestDecl> manifest, NameTable table, EntityRefs refs) {
    SortedMap<String, CheckedModule> modules = new TreeMap<>();
    declarations.modules().forEach(name -> modules.put(name, new CheckedModule(name, null, null)));
    if (manifest != null) {
      Map<String, ModuleEntry> listed = listed(manifest);
      listed.forEach(
          (name, entry) ->
              modules.put(
                  name,
                  new CheckedModule(
                      name,
                      entry.owner() == null ? null : entry.owner().value(),
                      declarations.modules().contains(name)
                          ? guard(entry, manifest.scope(), table, refs)
                          : null)));
      reportUnlisted(listed.keySet(), manifest);
    }
    return modules;
  }

  private Map<String, ModuleEntry> listed(Placed<ManifestDecl> manifest) {
    Map<String, ModuleEntry> listed = new HashMap<>();
    for (ModuleEntry entry : manifest.declaration().modules()) {
      String name = entry.module().text();
      ModuleEntry earlier = listed.putIfAbsent(name, entry);
      if (earlier != null) {
        diagnostics.add(repeated(manifest.scope(), entry, earlier));
      } else if (!declarations.modules().contains(name)) {
        diagnostics.add(unknown(manifest.scope(), entry));
      }
    }
    return listed;
  }

  private static Diagnostic repeated(FileScope scope, ModuleEntry entry, ModuleEntry earlier) {
    return scope
        .error(
            DiagnosticCode.REPEATED_ITEM,
            entry.module().span(),
            "module `" + entry.module().text() + "` stands twice")
        .withRelated(scope.source(), earlier.module().span(), "it stands here first");
  }

  private Diagnostic unknown(FileScope scope, ModuleEntry entry) {
    String name = entry.module().text();
    return scope
        .error(
            DiagnosticCode.UNKNOWN_MODULE,
            entry.module().span(),
            "no file of the set is of module `" + name + "`")
        .withHelp(Spelling.didYouMean(name, declarations.namedModules()).orElse(null));
  }

  private static @Nullable EntityId guard(
      ModuleEntry entry, FileScope manifest, NameTable table, EntityRefs refs) {
    EntityRef guard = entry.guard();
    if (guard == null) {
      return null;
    }
    FileScope inside = manifest.inModule(entry.module().text());
    boolean known = table.find(guard.type(), inside, Set.of(DeclarationKind.ENTITY)).isSettled();
    return refs.resolve(guard, known ? inside : manifest);
  }

  private void reportUnlisted(Set<String> listed, Placed<ManifestDecl> manifest) {
    Set<String> reported = new HashSet<>(listed);
    List<FileScope> files = new ArrayList<>(declarations.files());
    files.removeIf(file -> !declarations.declaresMore(file));
    for (FileScope file : files) {
      if (reported.add(file.module())) {
        diagnostics.add(unlisted(file, manifest));
      }
    }
  }

  private static Diagnostic unlisted(FileScope file, Placed<ManifestDecl> manifest) {
    String message =
        file.module().isEmpty()
            ? "this file has no module, so the manifest cannot name its owner"
            : "the manifest does not name module `" + file.module() + "`";
    return file.error(DiagnosticCode.MODULE_NOT_IN_MANIFEST, file.header(), message)
        .withHelp(
            file.module().isEmpty()
                ? "put `module NAME;` at the top, and name it in the manifest"
                : "add `module " + file.module() + " owned by \"…\";` to the manifest")
        .withRelated(
            manifest.scope().source(), manifest.declaration().name().span(), "the manifest");
  }
}
