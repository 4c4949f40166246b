package dev.writ.core.authzen;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What to answer an AuthZEN call with.
 *
 * @param status the HTTP status: 200, or 400 for a call that is no request
 * @param body the body, of type {@code application/json}
 */
public record AuthZenResponse(int status, Json.Obj body) {
  public AuthZenResponse {
    Objects.requireNonNull(body, "body");
  }

  /** The body as UTF-8. */
  public byte[] utf8() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The body as text. */
  public String text() {
    return JsonWriter.canonical(body);
  }
}
