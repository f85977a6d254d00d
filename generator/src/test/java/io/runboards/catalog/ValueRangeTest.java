package io.runboards.catalog;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ValueRangeTest {
  @Test
  void saysItselfInWords() {
    assertThat(ValueRange.ANY).hasToString("any");
    assertThat(ValueRange.NOT_NEGATIVE).hasToString("0 or more");
    assertThat(new ValueRange(-1, POSITIVE_INFINITY)).hasToString("-1 or more");
    assertThat(new ValueRange(0, 100)).hasToString("0 to 100");
    assertThat(new ValueRange(0, 0.5)).hasToString("0 to 0.5");
    assertThat(new ValueRange(1, 1)).hasToString("1");
    assertThat(new ValueRange(Double.NEGATIVE_INFINITY, 5)).hasToString("5 or less");
  }

  @Test
  void followsFromTheUnit() {
    assertThat(ValueRange.of(Unit.PERCENT)).isEqualTo(new ValueRange(0, 100));
    assertThat(ValueRange.of(Unit.RATIO)).isEqualTo(new ValueRange(0, 1));
    assertThat(ValueRange.of(Unit.BYTES)).isEqualTo(ValueRange.NOT_NEGATIVE);
    assertThat(ValueRange.of(Unit.CELSIUS)).isEqualTo(ValueRange.ANY);
  }

  @Test
  void isNeverEmpty() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ValueRange(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ValueRange(Double.NaN, 0));
  }
}
