package io.runboards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void aLineIsAnObjectWithoutBlanks() {
    assertThat(
            line(json -> {
              json.field("text", "a");
              json.field("flag", true);
              json.field("count", -7);
              json.field("words", List.of("a", "b"));
              json.object("inner", inner -> inner.field("x", 1));
              json.objects("items", List.of(1, 2), (item, i) -> item.field("i", i));
            }))
        .isEqualTo(
            "{\"text\":\"a\",\"flag\":true,\"count\":-7,\"words\":[\"a\",\"b\"],"
                + "\"inner\":{\"x\":1},\"items\":[{\"i\":1},{\"i\":2}]}\n");
  }

  @Test
  void forPeopleItTakesSeveralLines() {
    StringWriter out = new StringWriter();
    JsonWriter.pretty(
        out,
        json -> {
          json.field("text", "a");
          json.field("words", List.of("a", "b"));
          json.object("inner", inner -> inner.field("x", 1));
          json.objects("items", List.of(1, 2), (item, i) -> item.field("i", i));
        });
    assertThat(out)
        .hasToString(
            """
            {
              "text": "a",
              "words": [ "a", "b" ],
              "inner": {
                "x": 1
              },
              "items": [ {
                "i": 1
              }, {
                "i": 2
              } ]
            }
            """);
  }

  @Test
  void whatIsEmptyStaysOnItsLine() {
    assertThat(line(json -> {})).isEqualTo("{}\n");
    StringWriter out = new StringWriter();
    JsonWriter.pretty(
        out,
        json -> {
          json.field("words", List.of());
          json.object("inner", inner -> {});
          json.objects("items", List.of(), (item, i) -> {});
        });
    assertThat(out)
        .hasToString(
            """
            {
              "words": [],
              "inner": {},
              "items": []
            }
            """);
  }

  @Test
  void wholeNumbersHaveNoFraction() {
    assertThat(number(3)).isEqualTo("3");
    assertThat(number(-0.0)).isEqualTo("0");
    assertThat(number(1048576)).isEqualTo("1048576");
    assertThat(number(999_999_999_999_999.0)).isEqualTo("999999999999999");
    assertThat(number(-3)).isEqualTo("-3");
  }

  @Test
  void otherNumbersAreTheShortestThatReadBackAsTheSame() {
    assertThat(number(0.1)).isEqualTo("0.1");
    assertThat(number(1.0 / 1048576)).isEqualTo("9.5367431640625E-7");
    assertThat(number(1e15)).isEqualTo("1.0E15");
    assertThat(Double.parseDouble(number(Double.MAX_VALUE))).isEqualTo(Double.MAX_VALUE);
    assertThat(Double.parseDouble(number(Double.MIN_VALUE))).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void whatJsonHasNoNumberForIsNull() {
    assertThat(number(Double.POSITIVE_INFINITY)).isEqualTo("null");
    assertThat(number(Double.NEGATIVE_INFINITY)).isEqualTo("null");
    assertThat(number(Double.NaN)).isEqualTo("null");
  }

  @Test
  void aFieldCanHaveNothingOrSeveralNumbers() {
    assertThat(
            line(json -> {
              json.nothing("none");
              json.numbers("dash", 10, -3);
              json.numbers("empty");
            }))
        .isEqualTo("{\"none\":null,\"dash\":[10,-3],\"empty\":[]}\n");
  }

  @Test
  void stringsAreEscapedWhereTheyMustBe() {
    assertThat(line(json -> json.field("a", "\"\\\n\r\t\b\f\u0000\u001f/é世😀")))
        .isEqualTo("{\"a\":\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001F/é世😀\"}\n");
    assertThat(line(json -> json.field("a\"b", ""))).isEqualTo("{\"a\\\"b\":\"\"}\n");
  }

  @Test
  void whatWasWrittenReadsBackAsTheSame() {
    String text = "\u0001 \u2028 \ud83d\ude00 \" \\ \n end".repeat(10_000);
    assertThat(JsonObject.parse(line(json -> json.field("a", text))))
        .hasValueSatisfying(object -> assertThat(object.string("a")).contains(text));
  }

  @Test
  void severalLinesMayGoToOneWriterAndItStaysOpen() throws IOException {
    StringWriter out = new StringWriter();
    JsonWriter.line(out, json -> json.field("a", 1));
    JsonWriter.line(out, json -> json.field("a", 2));
    out.write("end");
    assertThat(out).hasToString("{\"a\":1}\n{\"a\":2}\nend");
  }

  @Test
  void aFailureOfTheWriterIsNotSwallowed() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> JsonWriter.line(full, json -> json.field("a", "x".repeat(100_000))))
        .withMessageContaining("no space left");
  }

  @Test
  void whatTheBlockThrowsComesOut() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            line(json -> {
              throw new IllegalStateException("no");
            }))
        .withMessage("no");
  }

  private static String number(double value) {
    String line = line(json -> json.field("n", value));
    return line.substring("{\"n\":".length(), line.length() - "}\n".length());
  }

  private static String line(Consumer<JsonWriter> fields) {
    StringWriter out = new StringWriter();
    JsonWriter.line(out, fields);
    return out.toString();
  }
}
