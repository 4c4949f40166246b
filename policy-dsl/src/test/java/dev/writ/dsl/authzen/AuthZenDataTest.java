package dev.writ.dsl.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writ.core.authzen.AuthZen;
import dev.writ.core.authzen.AuthZenOptions;
import dev.writ.core.authzen.AuthZenResponse;
import dev.writ.core.authzen.Vouched;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases written by others, read from where they are shared; skipped where they are not. */
class AuthZenDataTest {

  private static final Path POLICIES = Path.of("src/test/resources/authzen");
  private static final Path DATA = Path.of("../../shared/data/authzen");
  private static final Path TODO =
      DATA.resolve("interop/authzen-todo-backend/test/decisions-authorization-api-1_0-02.json");
  private static final Path CERTIFICATION = DATA.resolve("certification/cases.json");

  @Test
  void todo_interopDecisions_agree() throws IOException {
    Json all = read(TODO);
    Json answerSchema = read(DATA.resolve("api/schemas/evaluation-response.schema.json"));
    try (PolicyEngine engine =
        engine("todo.writ", Entities.readJson(POLICIES.resolve("todo-users.json")))) {
      AuthZen authZen = new AuthZen(engine.asking());
      int decisions = 0;
      for (Json each : items(member(all, "evaluation"))) {
        AuthZenResponse response = authZen.evaluation(text(each, "request"), Vouched.NOTHING);
        assertThat(member(response.body(), "decision"))
            .as(text(each, "request"))
            .isEqualTo(member(each, "expected"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(SchemaShape.accepts(answerSchema, response.body())).isTrue();
        decisions++;
      }
      int batches = 0;
      for (Json each : items(member(all, "evaluations"))) {
        AuthZenResponse response = authZen.evaluations(text(each, "request"), Vouched.NOTHING);
        assertAgrees(member(response.body(), "evaluations"), member(each, "expected"));
        batches++;
      }
      assertThat(decisions).isEqualTo(40);
      assertThat(batches).isEqualTo(3);
    }
  }

  @Test
  void certification_basicAndBatch_agree() throws IOException {
    Json all = read(CERTIFICATION);
    AuthZenOptions lenient = AuthZenOptions.DEFAULT.lenient(true);
    try (PolicyEngine engine = engine("certification.writ", Entities.NONE)) {
      AuthZen authZen = new AuthZen(engine.asking(), lenient);
      int checked = 0;
      for (Json each : items(member(all, "cases"))) {
        String level = member(each, "level") instanceof Json.Str word ? word.value() : "";
        if (level.startsWith("Basic") || level.startsWith("Batch")) {
          checked += CertificationCase.of(each).check(authZen);
        }
      }
      assertThat(checked).as("requests sent").isEqualTo(29);
    }
  }

  @Test
  void certification_basicRequests_areTakenAsTheSchemaTakesThem() throws IOException {
    Json all = read(CERTIFICATION);
    Json schema = read(DATA.resolve("api/schemas/evaluation-request.schema.json"));
    int refused = 0;
    int taken = 0;
    try (PolicyEngine engine = engine("certification.writ", Entities.NONE)) {
      AuthZen authZen = new AuthZen(engine.asking());
      for (Json each : items(member(all, "cases"))) {
        if (!text(each, "endpoint").equals("\"/access/v1/evaluation\"")) {
          continue;
        }
        for (Json request : CertificationCase.of(each).requests()) {
          int status = authZen.evaluation(JsonWriter.canonical(request), Vouched.NOTHING).status();
          assertThat(status == 200).isEqualTo(SchemaShape.accepts(schema, request));
          refused += status == 400 ? 1 : 0;
          taken += status == 200 ? 1 : 0;
        }
      }
    }
    assertThat(refused).isEqualTo(10);
    assertThat(taken).isEqualTo(9);
  }

  private static PolicyEngine engine(String file, Entities entities) {
    PolicySet policies = WritCompiler.compile(POLICIES.resolve(file)).orThrow();
    return PolicyEngine.builder(policies).entities(entities).build();
  }

  /** That what is expected is there; an answer may say more. */
  static void assertAgrees(Json actual, Json expected) {
    if (expected instanceof Json.Obj members) {
      members.members().forEach((name, value) -> assertAgrees(member(actual, name), value));
    } else if (expected instanceof Json.Arr array) {
      List<Json> found = items(actual);
      assertThat(found).hasSameSizeAs(array.items());
      for (int i = 0; i < found.size(); i++) {
        assertAgrees(found.get(i), array.items().get(i));
      }
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static Json read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      System.out.println("skipped: no shared cases at " + file.toAbsolutePath().normalize());
    }
    assumeTrue(Files.isReadable(file), "no shared cases at " + file);
    return JsonReader.read(Files.readAllBytes(file));
  }

  static Json member(Json json, String name) {
    Json member = ((Json.Obj) json).members().get(name);
    if (member == null) {
      throw new AssertionError("no `" + name + "` in " + JsonWriter.canonical(json));
    }
    return member;
  }

  static List<Json> items(Json json) {
    return ((Json.Arr) json).items();
  }

  static String text(Json json, String name) {
    return JsonWriter.canonical(member(json, name));
  }
}
