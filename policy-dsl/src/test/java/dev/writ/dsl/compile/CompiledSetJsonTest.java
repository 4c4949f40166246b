package dev.writ.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.ir.PolicySetJson;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler makes, kept as JSON. */
class CompiledSetJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"golden/ir/whole-file.writ", "authzen/certification.writ", "authzen/todo.writ"})
  void read_ofACompiledSet_isTheSame(String file) throws IOException {
    String text = Files.readString(Path.of("src/test/resources").resolve(file));
    PolicySet set = WritCompiler.compile(List.of(new SourceText(file, text))).orThrow();

    PolicySet back = PolicySetJson.read(PolicySetJson.write(set));

    assertThat(back).isEqualTo(set);
    assertThat(PolicySetHash.of(back)).isEqualTo(PolicySetHash.of(set));
  }

  @Test
  void hash_ofFilesAndRulesInOtherOrder_isTheSame() {
    String types = "entity Doc;\nhuman entity User { a: Bool; b: Bool; }\n";
    String action = "action read by User on Doc;\n";
    String first = "permit \"p\" read by User on Doc when principal.a;\n";
    String second = "permit \"q\" read by User on Doc when principal.b;\n";

    String hash = hash(types + action, first + second);

    assertThat(hash(second + first, types + action)).isEqualTo(hash);
    assertThat(hash(action + second, first + types)).isEqualTo(hash);
    assertThat(hash(types + action, first)).isNotEqualTo(hash);
  }

  private static String hash(String... files) {
    List<SourceText> texts =
        IntStream.range(0, files.length)
            .mapToObj(i -> new SourceText("file" + i + ".writ", files[i]))
            .toList();
    return PolicySetHash.of(WritCompiler.compile(texts).orThrow());
  }
}
