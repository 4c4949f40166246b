package dev.writ.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.IntValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {

  private static Column column(List<Value> constants) {
    return new Column(RequestNodes.unbound("x"), constants);
  }

  @Test
  void of_constants_areNumberedInTheirOrder() {
    List<Value> constants = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      constants.add(i % 2 == 0 ? new IntValue(i) : new StringValue("word_" + i));
    }
    Column column = column(constants);
    for (int i = 0; i < constants.size(); i++) {
      assertThat(column.of(constants.get(i))).isEqualTo(i + 1);
    }
    assertThat(column.of(new IntValue(1))).isEqualTo(Column.UNNAMED);
    assertThat(column.of(new StringValue("word_0"))).isEqualTo(Column.UNNAMED);
  }

  @Test
  void of_constantsOfOneHash_areToldApart() {
    Column column = column(List.of(new StringValue("AaAa"), new StringValue("BBBB")));
    assertThat(column.of(new StringValue("AaAa"))).isEqualTo(1);
    assertThat(column.of(new StringValue("BBBB"))).isEqualTo(2);
    assertThat(column.of(new StringValue("AaBB"))).isEqualTo(Column.UNNAMED);
    assertThat(column.of(new StringValue(""))).isEqualTo(Column.UNNAMED);
  }

  @Test
  void of_constantNamedTwice_hasItsFirstNumber() {
    Column column = column(List.of(new IntValue(7), new IntValue(7), new IntValue(-8)));
    assertThat(column.of(new IntValue(7))).isEqualTo(1);
    assertThat(column.of(new IntValue(-8))).isEqualTo(2);
  }

  @Test
  void of_noConstants_namesNothing() {
    assertThat(column(List.of()).of(new IntValue(0))).isEqualTo(Column.UNNAMED);
  }
}
