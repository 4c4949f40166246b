package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * Plants each fault of {@code src/test/faults/plan.txt} in the fast evaluator and of {@code
 * src/test/faults/cache.txt} in the cache, one by one, and asks the test that compares them with
 * what they must be whether it finds it. Runs where {@code faults} names some of them, a list, or
 * is {@code all}; {@code faults.seeds} is how many policy sets are tried on each.
 */
@EnabledIfSystemProperty(named = "faults", matches = ".+")
final class PlantedFaultsTest {
  private static final Path LISTS = Path.of("src/test/faults");
  private static final Path SOURCES = Path.of("src/main/java/dev/writ/core");
  private static final List<Book> BOOKS =
      List.of(
          new Book("plan", "plan", DifferentialRun.class, 200, 3_000),
          new Book("cache", ".", CacheRun.class, 10, 300));
  private static final Set<String> CHOSEN = Set.of(System.getProperty("faults", "all").split(","));

  @TempDir Path folder;

  /**
   * A list of faults.
   *
   * @param folder where the files that it names are
   * @param runner what finds them, by {@code firstDifference}
   * @param sound how many policy sets are tried without a fault
   * @param seeds how many on each fault
   */
  private record Book(String name, String folder, Class<?> runner, int sound, int seeds) {
    List<Fault> faults() throws IOException {
      return Files.readAllLines(LISTS.resolve(name + ".txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Fault::of)
          .filter(
              fault ->
                  CHOSEN.contains("all") || CHOSEN.contains(name) || CHOSEN.contains(fault.name()))
          .toList();
    }

    Path source(Fault fault) {
      return SOURCES.resolve(folder).resolve(fault.file());
    }

    @Nullable String found(ClassLoader loader, int tried) throws Exception {
      Method run =
          loader
              .loadClass(runner.getName())
              .getDeclaredMethod("firstDifference", long.class, int.class);
      run.setAccessible(true);
      return (String) run.invoke(null, 1L, tried);
    }
  }

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

  @Test
  void comparison_ofPlantedFaults_findsEach() throws Exception {
    List<String> survivors = new ArrayList<>();
    int planted = 0;
    for (Book book : BOOKS) {
      List<Fault> faults = book.faults();
      if (!faults.isEmpty()) {
        ClassLoader sound = PlantedFaultsTest.class.getClassLoader();
        assertThat(book.found(sound, book.sound())).as("without a fault").isNull();
      }
      for (Fault fault : faults) {
        planted++;
        String found = found(book, fault);
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

  /** What of the comparison goes wrong with the fault, or null where nothing does. */
  private @Nullable String found(Book book, Fault fault) throws Exception {
    Path source = book.source(fault);
    if (!Files.exists(source) || !Files.readString(source).contains(fault.stands())) {
      System.out.println(fault.name() + ": NO LONGER STANDS in " + fault.file());
      return null;
    }
    Path classes = planted(fault, source);
    if (classes == null) {
      return null;
    }
    try (URLClassLoader loader = new Apart(classes)) {
      return book.found(loader, Integer.getInteger("faults.seeds", book.seeds()));
    } catch (InvocationTargetException e) {
      return "fails with " + e.getCause();
    }
  }

  private @Nullable Path planted(Fault fault, Path source) throws IOException {
    Path into = Files.createDirectory(folder.resolve(fault.name()));
    Path file = into.resolve(String.valueOf(source.getFileName()));
    Files.writeString(file, Files.readString(source).replace(fault.stands(), fault.put()));
    String path =
        Stream.of(Program.class, NullMarked.class, Caffeine.class, Logger.class)
            .map(type -> String.valueOf(root(type)))
            .collect(Collectors.joining(File.pathSeparator));
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
