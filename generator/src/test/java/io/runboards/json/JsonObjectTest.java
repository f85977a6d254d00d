package io.runboards.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
  @Test
  void hasTheStringsOfItsFields() {
    JsonObject object = object("{\"expr\": \"a \\\"b\\\"\\n\\u00e9\\ud83d\\ude00\", \"id\": \"\"}");
    assertThat(object.string("expr")).contains("a \"b\"\né😀");
    assertThat(object.string("id")).contains("");
  }

  @Test
  void aFieldThatIsMissingOrNoStringHasNone() {
    JsonObject object =
        object(
            """
            {"n": 7, "b": true, "nil": null, "list": ["x"], "object": {"expr": "x"}}
            """);
    assertThat(object.string("n")).isEmpty();
    assertThat(object.string("b")).isEmpty();
    assertThat(object.string("nil")).isEmpty();
    assertThat(object.string("list")).isEmpty();
    assertThat(object.string("object")).isEmpty();
    assertThat(object.string("expr")).isEmpty();
  }

  @Test
  void ofAFieldThatIsGivenTwiceTheLastCounts() {
    assertThat(object("{\"a\":\"1\",\"a\":\"2\"}").string("a")).contains("2");
  }

  @Test
  void blanksAroundItDoNotMatter() {
    assertThat(object(" \t\r\n{\"a\":\"1\"} \r\n").string("a")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"{}\"",
        "[{\"a\":\"1\"}]",
        "{",
        "{\"a\":\"1\"",
        "{\"a\":\"1\",}",
        "{'a':'1'}",
        "{a:\"1\"}",
        "{\"a\":\"1\"} // why",
        "{\"a\":\"1\"} {\"a\":\"1\"}",
        "{\"a\":\"1\"}}",
        "{\"a\":\"tab\tin a string\"}",
        "{\"a\":NaN}",
        "\ufeff{\"a\":\"1\"}"
      })
  void anyOtherTextIsNone(String text) {
    assertThat(JsonObject.parse(text)).isEmpty();
  }

  @Test
  void aTextThatNestsWithoutEndIsNone() {
    assertThat(JsonObject.parse("{\"a\":".repeat(1_000_000))).isEmpty();
    assertThat(JsonObject.parse("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))).isEmpty();
  }

  @Test
  void aStringOfAMillionCharactersIsRead() {
    String million = "x".repeat(1_000_000);
    assertThat(object("{\"a\":\"" + million + "\"}").string("a")).contains(million);
  }

  private static JsonObject object(String text) {
    Optional<JsonObject> object = JsonObject.parse(text);
    return object.orElseThrow();
  }
}
