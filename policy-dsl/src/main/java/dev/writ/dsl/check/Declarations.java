package dev.writ.dsl.check;

import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.SuspendDecl;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every declaration of a set, found by its id. Filled by {@link DeclarationCollector}. */
final class Declarations {
  private final SortedMap<String, Declared<?>> names = new TreeMap<>();
  private final Map<String, Declared<?>> named = new HashMap<>();
  private final Map<String, Declared<?>> quoted = new HashMap<>();
  private final Map<String, List<String>> idsByLastName = new TreeMap<>();
  private final SortedSet<String> modules = new TreeSet<>();
  private final List<FileScope> files = new ArrayList<>();
  private final Set<SourceText> filesWithMore = new HashSet<>();
  private final List<Placed<SuspendDecl>> suspends = new ArrayList<>();
  private final List<Placed<ToolDecl>> tools = new ArrayList<>();
  private final List<Placed<ManifestDecl>> manifests = new ArrayList<>();

  /** By class all declarations, by id, as far as nothing was added since. */
  private final Map<Class<?>, List<Declared<?>>> byClass = new HashMap<>();

  /** Adds a declaration, or returns the one that has its name or id already. */
  @Nullable Declared<?> add(Declared<?> declared) {
    Declared<?> earlier = rival(declared);
    byClass.clear();
    if (earlier == null && declared.kind().isQuoted()) {
      quoted.put(declared.id(), declared);
    } else if (earlier == null) {
      names.put(declared.id(), declared);
      named.put(declared.id(), declared);
      idsByLastName.computeIfAbsent(declared.name(), name -> new ArrayList<>()).add(declared.id());
    }
    return earlier;
  }

  private @Nullable Declared<?> rival(Declared<?> declared) {
    Declared<?> bare = named.get(declared.id());
    Declared<?> rule = quoted.get(declared.id());
    return declared.kind().isQuoted()
        ? (rule == null && bare != null && isListed(bare) ? bare : rule)
        : (bare == null && isListed(declared) ? rule : bare);
  }

  /** Whether decisions list this by its id, so that no other may share it. */
  private static boolean isListed(Declared<?> declared) {
    return switch (declared.kind()) {
      case RULE, LIMIT, INVARIANT, TEST, SCOPE, APPROVAL, CONFIRMATION, GRANT, LABEL -> true;
      case ENUM, ENTITY, TYPE, ACTION, GROUP, OBLIGATION, LET -> false;
    };
  }

  /** Adds a file; one that declares more than a manifest brings its module into the set. */
  void addFile(FileScope scope, boolean declaresMore) {
    files.add(scope);
    if (declaresMore) {
      filesWithMore.add(scope.source());
      modules.add(scope.module());
    }
  }

  void addSuspend(Placed<SuspendDecl> suspend) {
    suspends.add(suspend);
  }

  void addTool(Placed<ToolDecl> tool) {
    tools.add(tool);
  }

  void addManifest(Placed<ManifestDecl> manifest) {
    manifests.add(manifest);
  }

  /** Returns the declaration with this qualified bare name, or null. */
  @Nullable Declared<?> named(String id) {
    return named.get(id);
  }

  /** Returns the declaration with this module and quoted name, or null. */
  @Nullable Declared<?> quoted(String id) {
    return quoted.get(id);
  }

  /** Returns all declarations of exactly this class, by id. */
  <D extends Declaration> List<Declared<D>> all(Class<D> type) {
    if (byClass.isEmpty()) {
      names.values().forEach(this::classify);
      quoted.values().stream().sorted(Comparator.comparing(Declared::id)).forEach(this::classify);
    }
    List<Declared<D>> found = new ArrayList<>();
    for (Declared<?> declared : byClass.getOrDefault(type, List.of())) {
      Declared<D> typed = declared.as(type);
      if (typed != null) {
        found.add(typed);
      }
    }
    return found;
  }

  private void classify(Declared<?> declared) {
    byClass
        .computeIfAbsent(declared.declaration().getClass(), type -> new ArrayList<>())
        .add(declared);
  }

  /** Returns all declarations with a bare name, by id. */
  Collection<Declared<?>> named() {
    return Collections.unmodifiableCollection(names.values());
  }

  /** Returns the ids of declarations with this bare name, in whatever module. */
  List<String> idsOf(String lastName) {
    return idsByLastName.getOrDefault(lastName, List.of());
  }

  /** Returns the modules that some file names in its header or falls into. */
  SortedSet<String> modules() {
    return Collections.unmodifiableSortedSet(modules);
  }

  /** Returns the modules that have a name. */
  SortedSet<String> namedModules() {
    SortedSet<String> named = modules();
    return named.contains("") ? named.tailSet("\0") : named;
  }

  List<FileScope> files() {
    return Collections.unmodifiableList(files);
  }

  /** Returns whether a file declares more than a manifest. */
  boolean declaresMore(FileScope file) {
    return filesWithMore.contains(file.source());
  }

  List<Placed<SuspendDecl>> suspends() {
    return Collections.unmodifiableList(suspends);
  }

  List<Placed<ToolDecl>> tools() {
    return Collections.unmodifiableList(tools);
  }

  List<Placed<ManifestDecl>> manifests() {
    return Collections.unmodifiableList(manifests);
  }
}
