package dev.writ.bench.row;

import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.Trial;
import dev.writ.bench.scenario.Policies;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Requests whose text is 64 KiB, beside {@code hashCode} and {@code equals} on the same text. The
 * text is a new string each time, whose hash is not known yet.
 */
final class LongTextRow {
  private static final long WARM_MILLIS = 4_000;
  private static final int TURNS = 40;
  private static final int LENGTH = 64 * 1_024;
  private static final EntityId USER = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "plan");

  private static final String POLICIES =
      """
      human entity User;
      entity Doc;
      action edit by User on Doc with { text: String };
      permit "a" edit by User on Doc when args.text == "one";
      permit "b" edit by User on Doc when args.text == "two";
      permit "c" edit by User on Doc when args.text like "three*";
      permit "d" edit by User on Doc when args.text in ["four", "five"];
      """;

  private final byte[] bytes = new byte[LENGTH];
  private final String same;
  private final PolicySet policies = new Policies(List.of(POLICIES)).compile();
  private final EntityStore entities =
      EntityStore.bind(policies.schema(), Entities.of(Entity.of(USER), Entity.of(DOC)));
  private final Program program = Program.of(policies, PolicySetHash.of(policies));
  private final Surroundings now = new Surroundings(AuthoritySnapshot.EMPTY, 0, false, false);

  private LongTextRow() {
    Arrays.fill(bytes, (byte) 'x');
    same = text();
  }

  static List<Figure> measure() {
    LongTextRow row = new LongTextRow();
    Pair pair = new Trial(row::looked, row::decided, 1).run(WARM_MILLIS, TURNS);
    return List.of(
        Figure.of("a request with 64 KiB of text, bound and decided", "%.2f times", pair.ratio())
            .target("at most 2 times hashCode and equals", pair.ratio() <= 2),
        Figure.of(
            "its bytes; those of the text alone", "%d B; %d B", pair.bytes(), pair.floorBytes()));
  }

  private String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private boolean looked(int number) {
    String text = text();
    return text.hashCode() != number && text.equals(same);
  }

  private boolean decided(int number) {
    try {
      Request request = Request.of(USER, "edit", DOC).arg("text", text());
      Answer answer =
          program.decide(
              program.question(
                  RequestBinding.bind(policies.schema(), entities, request, DataLimits.DEFAULT)),
              now);
      return answer.verdict().effect() == Effect.PERMIT;
    } catch (InvalidRequestException e) {
      throw new IllegalStateException("request " + number + " does not fit", e);
    }
  }
}
