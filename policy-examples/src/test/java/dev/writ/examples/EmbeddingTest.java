package dev.writ.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EmbeddingTest {

  private static final Path SOURCE = Path.of("src/main/java/dev/writ/examples/Embedding.java");

  @Test
  void readme_javaExample_isTheOneThatCompiles() throws IOException {
    String code = between(Files.readString(SOURCE), "    // README\n", "    // end\n");
    String readme = between(Files.readString(Path.of("../README.md")), "```java\n", "```\n");
    assertThat(code.stripTrailing().stripIndent()).isNotBlank().isEqualTo(readme.stripTrailing());
  }

  @Test
  void deploy_toDevOfTheOwnersTeam_isPermitted() {
    assertThatCode(() -> Embedding.deploy(Path.of("sre-agents"), "sha256:1f"))
        .doesNotThrowAnyException();
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }
}
