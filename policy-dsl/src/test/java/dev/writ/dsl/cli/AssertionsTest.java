package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AssertionsTest {
  private static final Request REQUEST =
      Request.of(EntityId.of("Agent", "bot"), "send", EntityId.of("Mail", "m"));

  private static Request said(String member) throws IOException, InvalidValueException {
    return Assertions.of(JsonReader.read("{\"writ\":" + member + "}")).of(REQUEST);
  }

  @Test
  void member_withEverything_isSaidOfTheRequest() throws IOException, InvalidValueException {
    Request request =
        said(
            """
            {"onBehalfOf": [{"type": "Agent", "id": "lead"}, {"type": "User", "id": "ann"}],
             "session": "s1", "sources": {"to": "user", "cc": ["tool", "constant"]}}
            """);
    assertThat(request.chain())
        .containsExactly(EntityId.of("Agent", "lead"), EntityId.of("User", "ann"));
    assertThat(request.session()).isEqualTo("s1");
    assertThat(request.sources()).containsEntry("to", Source.USER);
    assertThat(request.elementSources()).containsEntry("cc", List.of(Source.TOOL, Source.CONSTANT));
  }

  @Test
  void member_thatIsAbsentOrEmpty_saysNothing() throws IOException, InvalidValueException {
    assertThat(Assertions.of(JsonReader.read("{}")).of(REQUEST).chain()).isEmpty();
    assertThat(said("{}").session()).isNull();
  }

  @Test
  void member_thatIsWrong_isNamed() {
    assertRefused("[]", "writ: an object is needed, found an array");
    assertRefused("{\"chain\": []}", "writ.chain: not expected: the names are");
    assertRefused("{\"onBehalfOf\": [{\"type\": \"User\"}]}", "writ.onBehalfOf[0].id: missing");
    assertRefused("{\"session\": 3}", "writ.session: a string is needed, found a number");
    assertRefused("{\"sources\": {\"to\": \"me\"}}", "writ.sources.to: `me` is no source: use");
    assertRefused("{\"sources\": {\"to\": [1]}}", "writ.sources.to[0]: a string is needed");
  }

  private static void assertRefused(String member, String message) {
    assertThatThrownBy(() -> said(member))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith(message);
  }
}
