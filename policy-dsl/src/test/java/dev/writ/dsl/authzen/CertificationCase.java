package dev.writ.dsl.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authzen.AuthZen;
import dev.writ.core.authzen.AuthZenResponse;
import dev.writ.core.authzen.Vouched;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of the AuthZEN certification scenario.
 *
 * @param id its number
 * @param batch whether it goes to the evaluations endpoint
 * @param requests what is sent
 * @param answers the bodies that are shown, where they are JSON
 * @param expected what is said of each answer in words
 */
record CertificationCase(
    String id, boolean batch, List<Json> requests, List<Json> answers, List<String> expected) {

  static CertificationCase of(Json json) {
    List<Json> requests = new ArrayList<>();
    List<Json> answers = new ArrayList<>();
    for (Json block : AuthZenDataTest.items(AuthZenDataTest.member(json, "blocks"))) {
      String label = ((Json.Str) AuthZenDataTest.member(block, "label")).value();
      Json value = AuthZenDataTest.member(block, "value");
      if (label.startsWith("Request")) {
        requests.add(value);
      } else if (value instanceof Json.Obj) {
        answers.add(value);
      }
    }
    return new CertificationCase(
        ((Json.Str) AuthZenDataTest.member(json, "id")).value(),
        JsonWriter.canonical(AuthZenDataTest.member(json, "endpoint")).endsWith("evaluations\""),
        requests,
        answers,
        AuthZenDataTest.items(AuthZenDataTest.member(json, "expected")).stream()
            .map(word -> ((Json.Str) word).value())
            .toList());
  }

  /** Sends every request and compares every answer; how many were sent. */
  int check(AuthZen authZen) {
    assertThat(requests).as(id).isNotEmpty().hasSameSizeAs(expected);
    for (int i = 0; i < requests.size(); i++) {
      String request = JsonWriter.canonical(requests.get(i));
      AuthZenResponse response =
          batch
              ? authZen.evaluations(request, Vouched.NOTHING)
              : authZen.evaluation(request, Vouched.NOTHING);
      check(response, expected.get(i));
    }
    return requests.size();
  }

  private void check(AuthZenResponse response, String words) {
    assertThat(response.status()).as(id).isEqualTo(words.startsWith("HTTP 400") ? 400 : 200);
    answers.forEach(answer -> AuthZenDataTest.assertAgrees(response.body(), answer));
    if (words.contains("\"decision\": true")) {
      assertThat(response.body().members()).as(id).containsEntry("decision", Json.of(true));
    }
    if (words.contains("two evaluations") || words.contains("two decision objects")) {
      checkTwo(
          AuthZenDataTest.items(AuthZenDataTest.member(response.body(), "evaluations")), words);
    }
  }

  private void checkTwo(List<Json> evaluations, String words) {
    assertThat(evaluations)
        .as(id)
        .hasSize(2)
        .allMatch(each -> AuthZenDataTest.member(each, "decision") instanceof Json.Bool);
    if (words.contains("second evaluation MUST have")) {
      assertThat(AuthZenDataTest.member(evaluations.get(1), "decision")).isEqualTo(Json.of(false));
    }
  }
}
