package io.runboards.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class YamlWriterTest {
  @Test
  void listsAndMappingsAreIndentedBelowACommentThatTellsHowTheyWereMade() {
    String yaml =
        YamlWriter.document(
            "Made by a test.",
            it -> {
              it.field("version", 1);
              it.field("words", List.of("a", "b"));
              it.objects(
                  "items",
                  List.of("x", "y"),
                  (item, name) -> {
                    item.field("name", name);
                    item.object("inner", inner -> inner.field("flag", true));
                  });
            });
    assertThat(yaml)
        .isEqualTo(
            """
            # Made by a test.
            version: 1
            words:
              - a
              - b
            items:
              - name: x
                inner:
                  flag: true
              - name: y
                inner:
                  flag: true
            """);
  }

  @Test
  void whatIsATextReadsBackAsTheSameText() {
    List<String> texts =
        List.of("", "true", "no", "12", "1.5", "null", "~", "2026-01-01", "a: b", "# x", "- x");
    String lines = "first\n  second: \"x\"\n";
    String yaml =
        YamlWriter.document(
            "x",
            it -> {
              it.field("texts", texts);
              it.field("lines", lines);
              it.field("long", "word ".repeat(100) + "end");
              it.field("unicode", "é 世 😀 \t \u0001");
            });
    Map<String, Object> read = new Yaml().load(yaml);
    assertThat(read)
        .containsEntry("texts", texts)
        .containsEntry("lines", lines)
        .containsEntry("long", "word ".repeat(100) + "end")
        .containsEntry("unicode", "é 世 😀 \t \u0001");
  }

  @Test
  void numbersAreAsShortAsTheyCanBeAndReadBackAsTheSame() {
    List<Double> numbers =
        List.of(0.0, 7.0, -3.0, 0.1, 1.0 / 3, 1e15, 1.5e300, Double.NaN, Double.NEGATIVE_INFINITY);
    String yaml =
        YamlWriter.document(
            "x", it -> numbers.forEach(number -> it.field("n" + numbers.indexOf(number), number)));
    assertThat(yaml).contains("n1: 7\n", "n3: 0.1\n", "n7: .nan\n", "n8: -.inf\n");
    Map<String, Number> read = new Yaml().load(yaml);
    assertThat(read.values().stream().map(Number::doubleValue)).isEqualTo(numbers);
  }

  @Test
  void aTextThatBeginsWithSpacesKeepsThem() {
    String text = "  a\n+\n  b";
    String yaml =
        YamlWriter.document(
            "x", it -> it.objects("list", List.of(text), (item, value) -> item.field("t", value)));
    assertThat(new Yaml().<Map<String, Object>>load(yaml))
        .containsEntry("list", List.of(Map.of("t", text)));
  }

  @Test
  void anEmptyListIsWritten() {
    assertThat(YamlWriter.document("x", it -> it.objects("none", List.of(), (item, none) -> {})))
        .endsWith("none: []\n");
  }
}
