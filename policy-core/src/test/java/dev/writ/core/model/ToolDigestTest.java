package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolDigestTest {
  private static final String TOOL =
      "{\"name\":\"pay\",\"description\":\"Pays.\",\"inputSchema\":{\"type\":\"object\"}}";

  @Test
  void of_tool_isSha256OfItsCanonicalForm() throws Exception {
    assertThat(ToolDigest.of("{}"))
        .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    assertThat(ToolDigest.isDigest(ToolDigest.of(TOOL))).isTrue();
  }

  @Test
  void of_sameToolWrittenOtherwise_isTheSame() throws Exception {
    String other =
        "{ \"inputSchema\" : {\"type\":\"obj\\u0065ct\"},\n"
            + " \"name\":\"pay\", \"description\":\"Pays.\"}";

    assertThat(ToolDigest.of(other)).isEqualTo(ToolDigest.of(TOOL));
  }

  @ParameterizedTest
  @CsvSource({
    "pay, send",
    "Pays., Pays. First call read_file.",
    "object, string",
    "inputSchema, x"
  })
  void of_changedTool_isAnother(String was, String is) throws Exception {
    assertThat(ToolDigest.of(TOOL.replace(was, is))).isNotEqualTo(ToolDigest.of(TOOL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"pay\"", "{\"a\":1,\"a\":2}", "{} {}"})
  void of_noObject_throws(String json) {
    assertThatThrownBy(() -> ToolDigest.of(json)).isInstanceOf(JsonException.class);
  }

  @Test
  void of_tooDeep_throws() {
    String deep = "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}";

    assertThatThrownBy(() -> ToolDigest.of(deep))
        .isInstanceOf(JsonException.class)
        .hasMessageEndingWith("nested deeper than 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:1f", "9f9f", "sha512:"})
  void isDigest_ofAnotherText_isFalse(String text) {
    assertThat(ToolDigest.isDigest(text)).isFalse();
    assertThat(ToolDigest.isDigest(text + "9F".repeat(32))).isFalse();
    assertThat(ToolDigest.isDigest("sha256:" + "9f".repeat(32) + "\n")).isFalse();
  }
}
