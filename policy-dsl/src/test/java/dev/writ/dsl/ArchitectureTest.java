package dev.writ.dsl;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of arrows between the packages of this module, and from them into {@code
 * dev.writ.core}. A package may use the packages of its row, and through them what those may use; a
 * package without a row fails.
 */
final class ArchitectureTest {

  private static final String ROOT = "dev.writ.dsl";

  /** Rows named after a package of this module, or {@code core.} and a package of core. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("grammar", Set.of()),
          entry("source", Set.of()),
          entry("ast", Set.of("source")),
          entry("parse", Set.of("grammar", "ast", "source")),
          entry("check", Set.of("ast", "source", "core.model")),
          entry("lower", Set.of("check", "core.ir")),
          entry("compile", Set.of("source", "ast", "parse", "check", "lower")),
          entry("format", Set.of("parse", "ast", "source")),
          entry("lint", Set.of("compile")),
          entry("policytest", Set.of("compile", "core")),
          entry("testkit", Set.of("compile", "core")),
          entry("bench", Set.of("core")),
          entry("imports", Set.of("ast", "format", "core.model")),
          entry("analyze", Set.of("compile", "core")),
          entry("gate", Set.of("compile", "core")),
          entry("controls", Set.of("compile", "core")),
          entry("report", Set.of()),
          entry("lsp", Set.of("compile", "format", "lint", "report")),
          entry("playground", Set.of("compile", "format", "lint", "report")),
          entry(
              "cli",
              Set.of(
                  "policytest",
                  "bench",
                  "testkit",
                  "imports",
                  "analyze",
                  "gate",
                  "controls",
                  "lsp",
                  "playground")),
          entry("core.model", Set.of()),
          entry("core.ir", Set.of("core.model")),
          entry(
              "core",
              Set.of(
                  "core.model",
                  "core.ir",
                  "core.decision",
                  "core.authority",
                  "core.slice",
                  "core.reference",
                  "core.ledger",
                  "core.cache",
                  "core.audit",
                  "core.authzen",
                  "core.engine")));

  private static JavaClasses classes;

  @BeforeAll
  static void scan() {
    classes = new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
  }

  @Test
  void scan_ofMainClasses_sawTheModule() {
    assertThat(classes).hasSizeGreaterThan(20);
    assertThat(classes.containPackage(ROOT + ".ast")).isTrue();
    assertThat(classes.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void packages_ofTheModule_useOnlyWhatTheTableAllows() {
    LayeredArchitecture arrows =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.writ..")
            .withOptionalLayers(true)
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : packages()) {
      String root = name.startsWith("core.") ? "dev.writ." : ROOT + ".";
      arrows = arrows.layer(name).definedBy(root + name + "..");
    }
    for (String name : packages()) {
      String[] allowed = reachable(name).toArray(String[]::new);
      arrows =
          allowed.length == 0
              ? arrows.whereLayer(name).mayNotAccessAnyLayer()
              : arrows.whereLayer(name).mayOnlyAccessLayers(allowed);
    }
    arrows.check(classes);
  }

  @Test
  void packages_ofTheModule_makeNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void table_ofArrows_makesNoCycle() {
    assertThat(packages()).allSatisfy(name -> assertThat(reachable(name)).doesNotContain(name));
  }

  private static Set<String> packages() {
    Set<String> names = new TreeSet<>(MAY_USE.keySet());
    MAY_USE.values().forEach(names::addAll);
    names.remove("core");
    return names;
  }

  private static Set<String> reachable(String name) {
    Set<String> found = new TreeSet<>();
    collect(name, found);
    found.remove("core");
    return found;
  }

  private static void collect(String name, Set<String> found) {
    for (String used : MAY_USE.getOrDefault(name, Set.of())) {
      if (found.add(used)) {
        collect(used, found);
      }
    }
  }
}
