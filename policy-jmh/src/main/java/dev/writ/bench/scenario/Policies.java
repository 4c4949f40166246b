package dev.writ.bench.scenario;

import dev.writ.core.ir.PolicySet;
import dev.writ.dsl.check.CheckLimits;
import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a scenario, as text in Writ, and of very many rules also built without text.
 * Immutable.
 *
 * @param files the texts that make one set; a large one is cut into files, as it would be in life
 * @param built makes what the texts compile to, or null where only compiling does
 */
public record Policies(List<String> files, @Nullable Supplier<PolicySet> built) {
  private static final int RULES_A_FILE = 5_000;

  public Policies {
    files = List.copyOf(files);
  }

  /** These texts. */
  public Policies(List<String> files) {
    this(files, null);
  }

  /** One file. */
  static Policies of(String text) {
    return new Policies(List.of(text));
  }

  /** The same, built so. */
  Policies builtBy(Supplier<PolicySet> how) {
    return new Policies(files, how);
  }

  /** The set: built where it can be, else compiled. */
  public PolicySet set() {
    return built == null ? compile() : built.get();
  }

  /** A file of declarations, and the rules in files of a few thousand. */
  static Policies of(String declarations, List<String> rules) {
    List<String> files = new ArrayList<>(List.of(declarations));
    for (int from = 0; from < rules.size(); from += RULES_A_FILE) {
      files.add(
          String.join("\n", rules.subList(from, Math.min(rules.size(), from + RULES_A_FILE))));
    }
    return new Policies(files);
  }

  /** How many UTF-16 units there are in all files. */
  public long length() {
    return files.stream().mapToLong(String::length).sum();
  }

  /**
   * Compiles the text.
   *
   * @throws dev.writ.dsl.compile.PolicyCompileException if it does not compile
   */
  public PolicySet compile() {
    CheckLimits usual = CheckLimits.DEFAULT;
    CompileLimits wide =
        CompileLimits.DEFAULT
            .withCheck(
                new CheckLimits(
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    usual.setSize(),
                    Integer.MAX_VALUE,
                    usual.expressions()))
            .withParse(
                ParseLimits.defaults()
                    .withFileSize(Integer.MAX_VALUE)
                    .withTokens(Integer.MAX_VALUE));
    List<SourceText> texts = new ArrayList<>();
    for (String file : files) {
      texts.add(new SourceText("rules" + texts.size() + ".writ", file));
    }
    return WritCompiler.withLimits(wide).compileTexts(texts).orThrow();
  }
}
