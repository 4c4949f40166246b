package dev.writ.examples.skillcalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.Request;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Harmless command lines with something hung on them. */
final class HarmlessCommandsTest {

  private static final List<String> HARMLESS =
      List.of(
          "git status",
          "git log --oneline",
          "git diff src",
          "git grep -n TODO",
          "git commit -m tidy",
          "python3 -m pytest tests/",
          "npm run build",
          "npm test",
          "cat README.md",
          "grep -n TODO src/cart.py",
          "ls -la",
          "echo hello",
          "pip install flask==3.1.0",
          "npm install express@5.1.0");

  /** What makes another command of it, for a shell or for some program; parted by `¦`. */
  private static final String TAILS =
      "; id¦ && id¦ | sh¦ $(id)¦ `id`¦ > x¦ < x¦\n"
          + "id¦\r"
          + "id¦\tid¦ *¦ ?¦ ¦  x¦\u00a0x¦\u3000x¦ \\x¦ 'x'¦ \"x\"¦ #¦ ~/x¦ {x,y}¦ ../x¦ ./x¦"
          + " x/../../y¦ /etc/passwd¦ .env¦ src/.env¦ @x¦ x:y¦ https://collect.example¦ --output=x¦"
          + " -o x¦ -O x¦ -Ox¦ --exec-path=x¦ -c x=y¦ -C x¦ --config=x¦ --upload-pack=x¦"
          + " --upload-p=x¦ --ext-diff¦ --textconv¦ --no-index x y¦ --open-files-in-pager=x¦"
          + " --git-dir=x¦ --prefix x¦ --script-shell=x¦ --rootdir=x¦ --basetemp=src¦"
          + " --junitxml=src/x¦ --pdb¦ -W x¦ --require x¦ --eval=x¦ -e x¦ -r x¦ -R¦ -rf¦"
          + " --recursive¦ --files0-from=x¦ -f x¦ --amend¦ --no-verify¦ --force¦ -u x¦ --index-url"
          + " x¦ --editable x¦ --global¦ --¦ -";

  @Test
  void commands_withSomethingHungOn_areDenied() throws IOException, JsonException {
    List<String> let = new ArrayList<>();
    int tried = 0;
    try (PolicyEngine engine = engine()) {
      for (String command : HARMLESS) {
        assertThat(engine.decide(run(command)).permitted()).as(command).isTrue();
        for (String tail : TAILS.split("¦", -1)) {
          if (engine.decide(run(command + tail)).wouldPermit()) {
            let.add(command + tail);
          }
          tried++;
        }
      }
    }
    assertThat(let).isEmpty();
    assertThat(tried).isEqualTo(14 * 71);
  }

  private static Request run(String command) {
    return Request.of(EntityId.of("Agent", "coder"), "run", EntityId.of("Workspace", "shop"))
        .onBehalfOf(EntityId.of("Developer", "ann"))
        .arg("command", command);
  }

  private static PolicyEngine engine() throws IOException, JsonException {
    return PolicyEngine.builder(WritCompiler.compile(ToolCalls.POLICIES).orThrow())
        .entities(Entities.readJson(Files.readString(ToolCalls.ENTITIES)))
        .build();
  }
}
