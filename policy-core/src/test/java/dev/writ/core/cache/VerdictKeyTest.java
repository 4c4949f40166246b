package dev.writ.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which requests have the same key. */
class VerdictKeyTest {
  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId BO = EntityId.of("User", "bo");
  private static final EntityId DOC = EntityId.of("Doc", "1");
  private static final Projection READS = new Projection(List.of("a"), List.of("f"), List.of("a"));

  private static final EntityStore NONE =
      EntityStore.bind(
          new Schema(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null),
          Entities.NONE);

  private static BoundRequest request(
      EntityId principal, EntityId resource, List<EntityId> chain, Map<String, Value> args) {
    return new BoundRequest(
        new ActionDef(
            "read",
            "",
            new TreeSet<>(List.of("User")),
            new TreeSet<>(List.of("Doc")),
            Type.RecordType.EMPTY,
            Type.RecordType.EMPTY),
        principal,
        resource,
        chain,
        RecordValue.of(args),
        RecordValue.EMPTY,
        null,
        Map.of(),
        Map.of(),
        NONE);
  }

  private static BoundRequest with(Value a) {
    return request(ANN, DOC, List.of(), Map.of("a", a));
  }

  private static StringValue text(String text) {
    return new StringValue(text);
  }

  @Test
  void key_ofTheSameRequestMadeAnew_isEqual() {
    assertThat(READS.key(with(text("x")))).isEqualTo(READS.key(with(text("x"))));
    assertThat(READS.key(with(text("x")))).hasSameHashCodeAs(READS.key(with(text("x"))));
  }

  @Test
  void key_ofAnotherValueOfWhatIsNotRead_isEqual() {
    BoundRequest more = request(ANN, DOC, List.of(), Map.of("a", text("x"), "b", text("y")));
    assertThat(READS.key(more)).isEqualTo(READS.key(with(text("x"))));
  }

  @Test
  void key_ofWhatDiffersInOnePart_isAnother() {
    VerdictKey key = READS.key(with(text("x")));
    List<BoundRequest> others =
        List.of(
            request(BO, DOC, List.of(), Map.of("a", text("x"))),
            request(ANN, EntityId.of("Doc", "2"), List.of(), Map.of("a", text("x"))),
            request(ANN, DOC, List.of(BO), Map.of("a", text("x"))),
            with(text("y")),
            request(ANN, DOC, List.of(), Map.of()),
            with(SetValue.of(List.of(text("x")))));
    assertThat(others).allSatisfy(other -> assertThat(READS.key(other)).isNotEqualTo(key));
  }

  @Test
  void key_ofTextsWithOneHashCode_isAnother() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(READS.key(with(text("Aa")))).isNotEqualTo(READS.key(with(text("BB"))));
  }

  @Test
  void key_ofASetInAnotherOrder_isAnother() {
    Value one = SetValue.of(List.of(text("x"), text("y")));
    Value other = SetValue.of(List.of(text("y"), text("x")));
    assertThat(one).isEqualTo(other);
    assertThat(READS.key(with(one))).isNotEqualTo(READS.key(with(other)));
  }

  @Test
  void key_ofAnotherProjection_isAnother() {
    Projection alike = new Projection(List.of("a"), List.of("f"), List.of("a"));
    assertThat(alike.key(with(text("x")))).isNotEqualTo(READS.key(with(text("x"))));
  }

  @Test
  void key_ofAnotherSource_isAnother() {
    BoundRequest plain = with(text("x"));
    BoundRequest told =
        new BoundRequest(
            plain.action(),
            plain.principal(),
            plain.resource(),
            plain.chain(),
            plain.args(),
            plain.facts(),
            "s",
            Map.of("a", Source.USER),
            Map.of(),
            NONE);
    assertThat(READS.key(told)).isNotEqualTo(READS.key(plain));
  }

  /** Many keys of one hash code are found by their order, not one after another. */
  @Test
  void keys_chosenToCollide_areOrdered() {
    Map<VerdictKey, Integer> all = new HashMap<>();
    List<String> texts = colliding(11);
    texts.forEach(text -> all.put(READS.key(with(text(text))), text.length()));
    assertThat(all).hasSize(texts.size());
    assertThat(all.keySet().stream().map(VerdictKey::hashCode).distinct()).hasSize(1);
    assertThat(new TreeMap<>(all)).hasSize(texts.size());
    assertThat(all).containsKey(READS.key(with(text(texts.get(7)))));
  }

  private static List<String> colliding(int doublings) {
    List<String> texts = List.of("");
    for (int i = 0; i < doublings; i++) {
      List<String> longer = new ArrayList<>();
      texts.forEach(text -> longer.addAll(List.of(text + "Aa", text + "BB")));
      texts = longer;
    }
    return texts;
  }

  @Test
  void bytes_ofALongText_countIt() {
    assertThat(READS.key(with(text("x".repeat(10_000)))).bytes()).isGreaterThan(20_000);
  }
}
