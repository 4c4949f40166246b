package dev.writ.core.authzen;

import dev.writ.core.model.Json;

/** A call, or one evaluation of it, that is no AuthZEN request: HTTP status 400. */
final class CallException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int BAD_REQUEST = 400;

  CallException(String message) {
    super(message);
  }

  /** The shape that AuthZEN shows for errors: {@code {"error": {"status", "message"}}}. */
  Json.Obj toJson() {
    return Json.object()
        .put(
            "error",
            Json.object()
                .put("status", BAD_REQUEST)
                .put("message", String.valueOf(getMessage()))
                .build())
        .build();
  }

  AuthZenResponse response() {
    return new AuthZenResponse(BAD_REQUEST, toJson());
  }
}
