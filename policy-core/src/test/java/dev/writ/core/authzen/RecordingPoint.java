package dev.writ.core.authzen;

import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A decision point that permits the resources whose id begins with {@code yes} and remembers what
 * it was asked. {@code user} may come with a call, with a role; {@code record} may not.
 */
final class RecordingPoint implements DecisionPoint {

  private final List<Request> asked = new ArrayList<>();
  private final Outlook outlook;
  private final boolean advisory;

  RecordingPoint() {
    this(Outlook.NONE, false);
  }

  RecordingPoint(Outlook outlook, boolean advisory) {
    this.outlook = outlook;
    this.advisory = advisory;
  }

  List<Request> asked() {
    return asked;
  }

  Request only() {
    if (asked.size() != 1) {
      throw new AssertionError("asked " + asked.size() + " times");
    }
    return asked.get(0);
  }

  @Override
  public Schema schema() {
    return new Schema(
        new TreeMap<>(),
        new TreeMap<>(
            Map.of(
                "user",
                type("user", true, field("role", true)),
                "device",
                type("device", true, field("owner", false)),
                "record",
                type("record", false, field("status", true)))),
        new TreeMap<>(
            Map.of(
                "read",
                new ActionDef(
                    "read",
                    "",
                    new TreeSet<>(List.of("user")),
                    new TreeSet<>(List.of("record", "device", "user")),
                    new Type.RecordType(List.of(field("soft", true))),
                    new Type.RecordType(List.of(field("ip", true)))))),
        new TreeMap<>(),
        null);
  }

  private static EntityTypeDef type(String name, boolean inline, Type.Field field) {
    return new EntityTypeDef(
        name,
        name.equals("user"),
        inline,
        new TreeSet<>(),
        null,
        null,
        new Type.RecordType(List.of(field)));
  }

  private static Type.Field field(String name, boolean optional) {
    return new Type.Field(name, Type.Scalar.STRING, optional, false);
  }

  @Override
  public List<Decision> decide(List<Request> requests, BatchSemantic semantic) {
    List<Decision> decisions = new ArrayList<>();
    for (Request request : requests) {
      asked.add(request);
      Decision decision = decision(request);
      decisions.add(decision);
      if (semantic.stopsAfter(decision.permitted())) {
        break;
      }
    }
    return decisions;
  }

  /** All but {@code handled}. */
  @Override
  public List<Obligation> obligationsOfCaller(Decision decision) {
    return decision.verdict().obligations().stream()
        .filter(obligation -> !obligation.name().equals("handled"))
        .toList();
  }

  private Decision decision(Request request) {
    boolean permit = request.resource().id().startsWith("yes");
    Verdict verdict =
        new Verdict(
            permit ? ReasonCode.PERMITTED : ReasonCode.NO_PERMIT,
            null,
            null,
            List.of(permit ? "app/may" : "app/secret rule"),
            List.of(),
            List.of(),
            List.of(obligation("mask"), obligation("handled")),
            "sha256:0");
    String id = "d-" + asked.size();
    return new Decision(() -> id, verdict, 7, () -> "v1", 1_000, advisory, outlook);
  }

  private static Obligation obligation(String name) {
    return new Obligation(name, List.of(new StringValue("ssn")));
  }
}
