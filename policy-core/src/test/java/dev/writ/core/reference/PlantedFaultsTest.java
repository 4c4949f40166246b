package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.plan.Program;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants each fault of {@code src/test/faults/plan.txt} in the fast evaluator, one by one, and asks
 * the differential test whether it finds it. Runs where {@code faults} names some of them, or is
 * {@code all}; {@code faults.seeds} is how many policy sets are tried on each.
 */
@EnabledIfSystemProperty(named = "faults", matches = ".+")
final class PlantedFaultsTest {
  private static final Path LIST = Path.of("src/test/faults/plan.txt");
  private static final Path SOURCES = Path.of("src/main/java/dev/writ/core/plan");
  private static final int SEEDS = Integer.getInteger("faults.seeds", 3_000);
  private static final Set<String> CHOSEN = Set.of(System.getProperty("faults", "all").split(","));

  @TempDir Path folder;

  /** A fault: what stands in a file of the fast evaluator, and what is put there. */
  private record Fault(String name, String file, String stands, String put) {

    static Fault of(String line) {
      String[] parts = line.split(" \\| ", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("not four parts: " + line);
      }
      return new Fault(text(parts[0]), text(parts[1]), text(parts[2]), text(parts[3]));
    }

    private static String text(String part) {
      return part.strip().replace("\\|", "|");
    }
  }

  private static List<Fault> faults() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Fault::of)
        .toList();
  }

  @Test
  void differentialTest_ofPlantedFaults_findsEach() throws Exception {
    assertThat(DifferentialRun.firstDifference(1, 200)).as("without a fault").isNull();
    List<String> survivors = new ArrayList<>();
    int planted = 0;
    for (Fault fault : faults()) {
      if (CHOSEN.contains("all") || CHOSEN.contains(fault.name())) {
        planted++;
        String found = found(fault);
        System.out.println(fault.name() + ": " + (found == null ? "SURVIVED" : found));
        if (found == null) {
          survivors.add(fault.name());
        }
      }
    }
    System.out.println("planted " + planted + ", killed " + (planted - survivors.size()));
    assertThat(planted).isPositive();
    assertThat(survivors).isEmpty();
  }

  /** What of the differential test goes wrong with the fault, or null where nothing does. */
  private @Nullable String found(Fault fault) throws Exception {
    Path source = SOURCES.resolve(fault.file());
    if (!Files.exists(source) || !Files.readString(source).contains(fault.stands())) {
      System.out.println(fault.name() + ": NO LONGER STANDS in " + fault.file());
      return null;
    }
    Path classes = planted(fault);
    if (classes == null) {
      return null;
    }
    try (URLClassLoader loader = new Apart(classes)) {
      Method run =
          loader
              .loadClass(DifferentialRun.class.getName())
              .getDeclaredMethod("firstDifference", long.class, int.class);
      run.setAccessible(true);
      return (String) run.invoke(null, 1L, SEEDS);
    } catch (InvocationTargetException e) {
      return "fails with " + e.getCause();
    }
  }

  private @Nullable Path planted(Fault fault) throws IOException {
    String source = Files.readString(SOURCES.resolve(fault.file()));
    Path into = Files.createDirectory(folder.resolve(fault.name()));
    Path file = into.resolve(fault.file());
    Files.writeString(file, source.replace(fault.stands(), fault.put()));
    String path = root(Program.class) + File.pathSeparator + root(NullMarked.class);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, "-nowarn", "-proc:none", "-d", "" + into, "-cp", path, "" + file);
    if (code != 0) {
      System.out.println(fault.name() + ": DOES NOT COMPILE\n" + said);
    }
    return code == 0 ? into : null;
  }

  /** Where the class was loaded from: a folder or a jar. */
  private static Path root(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    String place = String.valueOf(type.getResource(name));
    String root = place.substring(0, place.length() - name.length());
    return Path.of(URI.create(root.replaceFirst("^jar:", "").replaceFirst("!$", "")));
  }

  /** Loads the classes of this project anew, those with the fault before the others. */
  private static final class Apart extends URLClassLoader {
    private static final Pattern OURS = Pattern.compile("dev\\.writ\\.core\\..*");

    Apart(Path planted) throws MalformedURLException {
      super(
          new URL[] {url(planted), url(root(DifferentialRun.class)), url(root(Program.class))},
          PlantedFaultsTest.class.getClassLoader());
    }

    private static URL url(Path path) throws MalformedURLException {
      return path.toUri().toURL();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!OURS.matcher(name).matches()) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
