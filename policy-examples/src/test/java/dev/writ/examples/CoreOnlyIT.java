package dev.writ.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * Proves that the jar of {@code policy-core} with its dependencies is all that a service needs: the
 * program in {@code core-only} is compiled and run, outside this build, with nothing else on the
 * class path, then on the module path. It loads a bundle that {@code writ.jar} signed, decides one
 * permit and one deny, and finds neither ANTLR nor the compiler nor picocli. All of it stays under
 * 4 MB. It needs the built jars, so it runs in the phase {@code verify}.
 */
@Timeout(300)
final class CoreOnlyIT {

  private static final Path SOURCES = Path.of("core-only");
  private static final String QUIET = "-Dslf4j.internal.verbosity=ERROR"; // no binding is meant
  private static final long MOST_BYTES = 4_000_000;
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

  @TempDir private Path folder;

  @BeforeEach
  void makeBundle() throws Exception {
    Path writ = Path.of(System.getProperty("writ.jar", "../policy-dsl/target/writ.jar"));
    assertThat(writ).as("the executable jar, built by the phase `package`").isRegularFile();
    List<String> writJar = List.of(java().toString(), "-jar", writ.toString(), "bundle");
    run(writJar, List.of("keygen", "--out", folder.resolve("ci").toString()));
    Files.createDirectory(folder.resolve("bundles"));
    run(
        writJar,
        List.of(
            "sre-agents/policies",
            "--out=" + folder.resolve("bundles/sre.writb"),
            "--sequence=7",
            "--key=" + folder.resolve("ci.key.pem"),
            "--key-id=ci"));
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The jar of core and those of its dependencies, and nothing else. */
  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> built = Files.list(Path.of("../policy-core/target"))) {
      built
          .filter(
              jar ->
                  String.valueOf(jar.getFileName())
                      .matches("policy-core-[0-9.]+(-SNAPSHOT)?\\.jar"))
          .forEach(jars::add);
    }
    assertThat(jars).as("the jar of core, built by the phase `package`").hasSize(1);
    Stream.of(JsonFactory.class, Logger.class, Nullable.class)
        .map(CoreOnlyIT::jar)
        .forEach(jars::add);
    return jars;
  }

  private static Path jar(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      assertThat(jar.toString()).endsWith(".jar");
      return jar;
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String run(List<String> command, List<String> more) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code of %s", whole).isZero();
    return out;
  }

  private static void compile(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int code = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments);
    assertThat(said.toString()).isEmpty();
    assertThat(code).isZero();
  }

  private List<String> arguments() {
    return List.of(
        folder.resolve("bundles").toString(),
        folder.resolve("ci.pub.pem").toString(),
        "sre-agents/entities.json");
  }

  private static void assertDecided(String out, String module) {
    assertThat(out.lines())
        .containsExactly(
            "bundle 7",
            "permit permitted",
            "deny no_permit",
            "no org.antlr.v4.runtime.Parser",
            "no dev.writ.dsl.compile.WritCompiler",
            "no picocli.CommandLine",
            "module " + module);
  }

  @Test
  void service_onTheClassPath_decidesByTheBundleWithCoreAlone() throws Exception {
    String classes = folder.resolve("classes").toString();
    String jars = path(jars());
    compile(
        "--release=17",
        "-Xlint:all",
        "-cp",
        jars,
        "-d",
        classes,
        SOURCES.resolve("CoreOnly.java").toString());
    String classPath = classes + File.pathSeparator + jars;
    String main = "dev.writ.examples.coreonly.CoreOnly";
    assertDecided(
        run(List.of(java().toString(), QUIET, "-cp", classPath, main), arguments()), "null");
  }

  @Test
  void service_onTheModulePath_decidesByTheBundleWithCoreAlone() throws Exception {
    String classes = folder.resolve("modules").toString();
    String jars = path(jars());
    compile(
        "--release=17",
        "-Xlint:all",
        "--module-path",
        jars,
        "-d",
        classes,
        SOURCES.resolve("module-info.java").toString(),
        SOURCES.resolve("CoreOnly.java").toString());
    String modulePath = classes + File.pathSeparator + jars;
    String main = "dev.writ.examples.coreonly/dev.writ.examples.coreonly.CoreOnly";
    assertDecided(
        run(List.of(java().toString(), QUIET, "-p", modulePath, "-m", main), arguments()),
        "dev.writ.examples.coreonly");
  }

  @Test
  void core_withItsDependencies_staysSmall() throws IOException {
    long bytes = 0;
    for (Path jar : jars()) {
      bytes += Files.size(jar);
    }
    assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
  }

  /** A dependency that is added must be added to {@link #jars} too; an optional one is not run. */
  @Test
  void core_dependsOn_whatIsWeighedHere() throws IOException {
    List<String> artifacts = new ArrayList<>();
    Matcher dependency = DEPENDENCY.matcher(Files.readString(Path.of("../policy-core/pom.xml")));
    while (dependency.find()) {
      Matcher artifact = ARTIFACT.matcher(dependency.group(1));
      boolean run =
          !dependency.group(1).contains("<scope>test</scope>")
              && !dependency.group(1).contains("<optional>true</optional>");
      if (run && artifact.find()) {
        artifacts.add(artifact.group(1));
      }
    }
    assertThat(artifacts).containsExactly("jackson-core", "slf4j-api", "jspecify");
  }
}
