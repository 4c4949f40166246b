package dev.writ.dsl;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that say nothing, and libraries or streams named outside the one package that may. */
final class ConventionsTest {

  private static final String ROOT = "dev.writ.dsl";

  private static JavaClasses classes;

  @BeforeAll
  static void scan() {
    classes = new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
    assertThat(classes).hasSizeGreaterThan(20);
  }

  @Test
  void classes_ofTheModule_haveNamesThatSayWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Managers?)(\\$.*)?")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..")
        .check(classes);
  }

  @Test
  void antlr_isNamed_onlyByParseAndTheGeneratedGrammar() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".parse..", ROOT + ".grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", ROOT + ".grammar..")
        .check(classes);
  }

  @Test
  void picocli_isNamed_onlyByTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(classes);
  }

  @Test
  void testFrameworks_areNamed_onlyByTestkit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.jqwik..", "org.junit..")
        .check(classes);
  }

  @Test
  void standardStreams_areUsed_onlyByTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(classes);
  }

  @Test
  void classes_ofTheModule_haveNoStaticMutableState() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(ROOT + ".grammar..")
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(classes);
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(classes);
  }
}
