package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.IntValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IrTextTest {

  private static final Expr A = new Expr.Labelled("a");
  private static final Expr B = new Expr.Labelled("b");
  private static final Expr C = new Expr.Labelled("c");

  @Test
  void of_wholeSet_isTheGoldenText() throws IOException {
    Path golden = Path.of("src/test/resources/golden/ir/whole.txt");
    String text = IrText.of(PolicySetSamples.whole());
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  static Stream<Arguments> precedence() {
    Expr number = ExprSamples.arg("n");
    Expr sum = new Expr.Arith(Expr.Arithmetic.SUB, number, number);
    return Stream.of(
        Arguments.of(
            new Expr.Or(List.of(new Expr.And(List.of(A, B)), C)),
            "(session labelled a and session labelled b) or session labelled c"),
        Arguments.of(
            new Expr.And(List.of(A, new Expr.And(List.of(B, C)))),
            "session labelled a and (session labelled b and session labelled c)"),
        Arguments.of(new Expr.Not(new Expr.Not(A)), "not (not session labelled a)"),
        Arguments.of(
            new Expr.Not(new Expr.Or(List.of(A, B))),
            "not (session labelled a or session labelled b)"),
        Arguments.of(
            new Expr.And(List.of(new Expr.If(A, B, C), A)),
            "(if session labelled a then session labelled b else session labelled c)"
                + " and session labelled a"),
        Arguments.of(new Expr.And(List.of()), "true"),
        Arguments.of(new Expr.Or(List.of()), "false"),
        Arguments.of(
            new Expr.Arith(Expr.Arithmetic.SUB, number, sum), "args.n - (args.n - args.n)"),
        Arguments.of(new Expr.Arith(Expr.Arithmetic.SUB, sum, number), "args.n - args.n - args.n"),
        Arguments.of(new Expr.Times(sum, 2), "(args.n - args.n) * 2"),
        Arguments.of(
            new Expr.AgeCompare(sum, Expr.Comparison.LT, number),
            "now - (args.n - args.n) < args.n"),
        Arguments.of(new Expr.Member(sum, "a b"), "(args.n - args.n).`a b`"));
  }

  @ParameterizedTest
  @MethodSource("precedence")
  void of_nestedExpression_hasTheParenthesesItNeeds(Expr expr, String text) {
    assertThat(IrText.of(expr)).isEqualTo(text);
  }

  @Test
  void of_decimal_isNoInt() {
    assertThat(IrText.of(new DecimalValue(5_000_000))).isEqualTo("500.0");
    assertThat(IrText.of(new DecimalValue(-12_345))).isEqualTo("-1.2345");
    assertThat(IrText.of(new IntValue(500))).isEqualTo("500");
  }

  @Test
  void of_sampleConditions_areAllDifferent() {
    assertThat(ExprSamples.conditions().stream().map(IrText::of)).doesNotHaveDuplicates();
  }
}
