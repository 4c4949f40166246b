package dev.writ.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the classes of this module do without: vague names, and state or I/O where meaning lives.
 */
final class ConventionsTest {

  private static final String ROOT = "dev.writ.core";

  /** The packages whose answers depend on their arguments alone. */
  private static final String[] PURE = {
    ROOT + ".model..",
    ROOT + ".ir..",
    ROOT + ".decision..",
    ROOT + ".authority..",
    ROOT + ".slice..",
    ROOT + ".reference..",
    ROOT + ".plan.."
  };

  /** Reads the file of entities that a caller names, before anything is decided. */
  private static final String FILE_READER = ROOT + ".model.Entities";

  /** Streams that a caller hands over, or that live in memory. */
  private static final Set<String> STREAMS =
      Set.of(
          "java.io.BufferedReader",
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.Closeable",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.InputStreamReader",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Serializable",
          "java.io.StringReader",
          "java.io.StringWriter",
          "java.io.UncheckedIOException",
          "java.io.Writer",
          "java.nio.Buffer",
          "java.nio.ByteBuffer",
          "java.nio.CharBuffer");

  private static final DescribedPredicate<JavaMethodCall> AMBIENT =
      describe("the method reads the clock or the environment", call -> isAmbient(call));

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
  void classes_ofTheModule_doNotPrint() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(classes);
  }

  @Test
  void purePackages_ofTheModule_haveNoStaticMutableState() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(PURE)
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent.atomic")
        .check(classes);
  }

  @Test
  void purePackages_ofTheModule_doNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .and()
        .doNotHaveFullyQualifiedName(FILE_READER)
        .should()
        .dependOnClassesThat(
            describe(
                "open files or connections",
                target ->
                    (inPackage(target, "java.io")
                            || inPackage(target, "java.net")
                            || inPackage(target, "java.sql")
                            || target.getPackageName().equals("java.nio")
                            || inPackage(target, "java.nio.channels")
                            || inPackage(target, "java.nio.file"))
                        && !STREAMS.contains(target.getName())))
        .check(classes);
  }

  @Test
  void purePackages_ofTheModule_readNoClockAndNoEnvironment() {
    noClasses().that().resideInAnyPackage(PURE).should(callMethodWhere(AMBIENT)).check(classes);
  }

  private static boolean isAmbient(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return (owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system")))
        || (owner.equals("java.lang.System")
            && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(method));
  }

  private static boolean inPackage(JavaClass target, String name) {
    return target.getPackageName().equals(name) || target.getPackageName().startsWith(name + ".");
  }
}
