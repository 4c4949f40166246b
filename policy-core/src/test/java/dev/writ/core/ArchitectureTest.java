package dev.writ.core;

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
 * The table of arrows between the packages of this module. A package may use the packages of its
 * row, and through them what those may use; a package without a row fails.
 */
final class ArchitectureTest {

  private static final String ROOT = "dev.writ.core";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("persistent", Set.of()),
          entry("model", Set.of("persistent")),
          entry("ir", Set.of("model")),
          entry("decision", Set.of("model")),
          entry("authority", Set.of("model")),
          entry("slice", Set.of("ir", "model")),
          entry("reference", Set.of("ir", "decision", "authority")),
          entry("plan", Set.of("slice", "ir", "decision", "authority")),
          entry("ledger", Set.of("authority", "model")),
          entry("cache", Set.of("decision", "authority", "model")),
          entry("audit", Set.of("decision", "reference", "ledger")),
          entry("authzen", Set.of("model", "decision")),
          entry(
              "engine",
              Set.of("slice", "reference", "plan", "ledger", "cache", "audit", "authzen")));

  private static JavaClasses classes;

  @BeforeAll
  static void scan() {
    classes = new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
  }

  @Test
  void scan_ofMainClasses_sawTheModule() {
    assertThat(classes).hasSizeGreaterThan(20);
    assertThat(classes.containPackage(ROOT + ".model")).isTrue();
    assertThat(classes.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void packages_ofTheModule_useOnlyWhatTheTableAllows() {
    LayeredArchitecture arrows =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.writ..")
            .withOptionalLayers(true)
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : MAY_USE.keySet()) {
      arrows = arrows.layer(name).definedBy(ROOT + "." + name + "..");
    }
    for (String name : MAY_USE.keySet()) {
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
    assertThat(MAY_USE.keySet())
        .allSatisfy(name -> assertThat(reachable(name)).doesNotContain(name));
  }

  private static Set<String> reachable(String name) {
    Set<String> found = new TreeSet<>();
    collect(name, found);
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
