package io.runboards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.json.JsonValue.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON values: equal if they say the same, and harmless whoever wrote them. */
class JsonValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-0.25",
        "100",
        "\"ü\\n\"",
        "[]",
        "{}",
        "{\"b\":[1,{\"a\":null}],\"a\":2}"
      })
  void whatIsReadIsWrittenAgain(String text) throws Exception {
    assertThat(JsonValue.parse(text).line()).isEqualTo(text);
  }

  @Test
  void theOrderOfFieldsAndTheFormOfNumbersDoNotCount() throws Exception {
    assertThat(JsonValue.parse("{\"a\": 1.0, \"b\": [1e2, -0.0]}"))
        .isEqualTo(JsonValue.parse("{\"b\": [100, 0], \"a\": 1}"))
        .hasSameHashCodeAs(JsonValue.parse("{\"b\": [100, 0], \"a\": 1}"));
    assertThat(JsonValue.parse("[1, 2]")).isNotEqualTo(JsonValue.parse("[2, 1]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1", "[1,]", "{\"a\"}", "nul", "1 2", "NaN", "'a'", "01"})
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void whatNestsTooDeepIsRefused() {
    assertThatThrownBy(() -> JsonValue.parse("[".repeat(100_000))).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "[1e2147483647]"})
  void aNumberWithAHugeExponentDoesNotFillTheMemory(String text) throws Exception {
    JsonValue value = JsonValue.parse(text);
    assertThat(value.line()).hasSizeLessThan(30);
    assertThat(JsonValue.parse(value.line())).isEqualTo(value);
    assertThat(JsonValue.EMPTY.with("n", value).numberAt("n")).isZero();
  }

  @Test
  void aNumberBeyondAllExponentsIsRefused() {
    for (String text : List.of("1e99999999999", "[1000e2147483647]", "1".repeat(2000))) {
      assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(Malformed.class);
    }
  }
}
