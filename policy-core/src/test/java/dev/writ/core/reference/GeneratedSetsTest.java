package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetJson;
import dev.writ.core.model.JsonWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policy sets of every construct, written piece by piece. */
class GeneratedSetsTest {
  private static final int SETS = 150;

  @Test
  void write_generatedSets_isTheCanonicalTextOfTheirTree() {
    for (long seed = 1; seed <= SETS; seed++) {
      PolicySet set = GeneratedWorld.wide(new Random(seed), seed % 2 == 0).policies();
      assertThat(PolicySetJson.write(set))
          .as("seed %d", seed)
          .isEqualTo(JsonWriter.canonical(PolicySetJson.toJson(set)));
    }
  }
}
