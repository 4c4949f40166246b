package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySetHashTest {

  private static final PolicySet WHOLE = PolicySetSamples.whole();

  @Test
  void of_set_isSha256InHexadecimal() {
    assertThat(PolicySetHash.of(WHOLE)).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void of_declarationsInAnotherOrder_isTheSame() {
    PolicySet reversed = PolicySetEdits.reversed(WHOLE);

    assertThat(reversed).isEqualTo(WHOLE);
    assertThat(PolicySetHash.of(reversed)).isEqualTo(PolicySetHash.of(WHOLE));
  }

  @Test
  void of_elementsOfASetInAnotherOrder_isTheSame() {
    assertThat(PolicySetHash.of(contains("a", "b")))
        .isEqualTo(PolicySetHash.of(contains("b", "a")));
  }

  @Test
  void of_afterReadingBack_isTheSame() {
    assertThat(PolicySetHash.of(PolicySetJson.read(PolicySetJson.write(WHOLE))))
        .isEqualTo(PolicySetHash.of(WHOLE));
  }

  @Test
  void of_otherBindingOfATool_isAnother() {
    ToolBinding first = WHOLE.tools().get(0);
    ToolBinding ignoring =
        new ToolBinding(
            first.module(),
            first.tool(),
            first.server(),
            first.action(),
            first.resource(),
            first.placements(),
            PolicySetSamples.names("note"),
            first.digest(),
            first.annotations());

    assertThat(PolicySetHash.of(PolicySetEdits.withTools(WHOLE, List.of(ignoring))))
        .isNotEqualTo(PolicySetHash.of(PolicySetEdits.withTools(WHOLE, List.of(first))))
        .isNotEqualTo(PolicySetHash.of(PolicySetEdits.withTools(WHOLE, List.of())));
  }

  @Test
  void of_otherCondition_isAnother() {
    assertThat(PolicySetHash.of(PolicySetEdits.withCondition(WHOLE, Expr.yes())))
        .isNotEqualTo(PolicySetHash.of(PolicySetEdits.withCondition(WHOLE, Expr.no())));
  }

  private static PolicySet contains(String first, String second) {
    SetValue set = SetValue.of(List.of(new StringValue(first), new StringValue(second)));
    return PolicySetEdits.withCondition(
        WHOLE, new Expr.ContainsEach(true, new Expr.Const(set), new Expr.Const(set)));
  }
}
