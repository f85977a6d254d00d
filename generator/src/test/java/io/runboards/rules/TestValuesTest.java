package io.runboards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of tests are read as promtool reads them, and keep their meaning in another unit. */
class TestValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1 2 3", "0+10x5", "7x9", "_ _x3 stale", "-2.5-1e3x4", "NaN +Inf -Inf"})
  void whatIsReadIsWrittenAsItWas(String text) {
    assertThat(TestValues.parse(text)).hasToString(text);
    assertThat(TestValues.parse("  " + text + " ").times(1))
        .hasToString(text.replace("1e3", "1000"));
  }

  @ParameterizedTest
  @CsvSource({
    "1 2.5, 1048576, 1048576 2621440",
    "0+10x5, 2, 0+20x5",
    "5-1x3, 0.5, 2.5-0.5x3",
    "5-1x3, -1, -5+1x3",
    "_x3 stale NaN -Inf, 1024, _x3 stale NaN -Inf",
    "100, 1e-3, 0.1",
    "0.1x4, 3, 0.3x4"
  })
  void onlyNumbersAreMultiplied(String text, double factor, String expected) {
    assertThat(TestValues.parse(text).times(factor)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x3", "1,2", "1x", "1+x3", "5x10x2", "a", "0x-1"})
  void whatIsNoValueIsAnError(String text) {
    assertThatThrownBy(() -> TestValues.parse(text))
        .isInstanceOf(WrongRule.class)
        .hasMessageContaining("'" + text + "' is no value of a test");
  }

  @Test
  void noValuesAreAnError() {
    assertThatThrownBy(() -> TestValues.parse(" ")).isInstanceOf(WrongRule.class);
  }
}
