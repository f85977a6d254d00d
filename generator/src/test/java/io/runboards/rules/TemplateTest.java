package io.runboards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.build.External;
import io.runboards.emit.YamlWriter;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of alerts are filled in as Prometheus does it. */
class TemplateTest {
  private static final List<String> OF_VALUES =
      List.of(
          "{{ $value }}",
          "{{ $value | humanize }}",
          "{{ $value | humanize1024 }}",
          "{{ $value | humanizePercentage }}",
          "{{ $value | printf \"%f\" }}",
          "{{ $value | printf \"%.0f GPUs\" }}",
          "{{ $value | printf \"%.2f\" }}",
          "{{ printf \"%g\" $value }}",
          "{{ $value | printf \"%.3g\" }}",
          "{{ $value | printf \"%e\" }}",
          "{{ $value | printf \"%.0e\" }}",
          "{{ $value | printf \"%v\" }}",
          "{{ $value | printf \"%d %%\" }}",
          "{{ $value | printf \"%s\" }}",
          "{{ $value | printf \"%08.1f\" }}",
          "{{ $value | printf \"%-9.1f;\" | toUpper }}",
          "{{ $value | printf \"%+9.1f\" }}",
          "{{ $value | printf \"% .1f\" }}",
          "{{ $value | printf \"none\" }}",
          "{{ $value | printf \"%.1f %.1f\" }}",
          "{{ $value | urlquery }}");

  private static final List<String> DURATIONS =
      List.of(
          "{{ $value | humanizeDuration }}", "{{ $value | printf \"%.0f\" | humanizeDuration }}");

  private static final List<String> OF_LABELS =
      List.of(
          "{{ $labels.a }}: {{ $value }}",
          "{{ $labels.missing }}.",
          "{{ $labels.a | toUpper }}",
          "{{ $labels.a | toLower }}",
          "{{ $labels.a | urlquery }}",
          "{{ $labels.a | printf \"%s\" }}",
          "{{ $labels.a | printf \"%v \\\"%%\\\"\" }}",
          "{{ $labels.a | printf \"%5s;\" }}",
          "{{ $labels.a | printf \"%-5s;\" }}",
          "{{ $labels.a | printf \"%.2s\" }}",
          "{{ $labels.a | printf \"%d\" }}",
          "{{ $labels.a | printf \"%f\" }}",
          "{{ $externalLabels.x }}{{ $externalURL }}");

  private static final List<String> LABELS =
      List.of("node-1", "a b&c=d/e?f#g", "ÄÖü ß 世 😀", "-_.~!*'()", "100%", "\"q\" \\ {}", "NaN");

  private static final String AS_TIME = "{{ $value | humanizeTimestamp }}";

  @TempDir private Path folder;

  /** A series, and texts about it. */
  private record Asked(double value, String label, List<String> texts) {
    List<LabelValue> labels() {
      return List.of(LabelValue.with("a", label));
    }

    String expr() {
      String literal = new NumberLiteral(value, false, Span.NONE).toString();
      String quoted = label.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$");
      return "label_replace(vector(%s), \"a\", \"%s\", \"\", \"\")".formatted(literal, quoted);
    }

    String filledIn(int text) throws Template.Wrong {
      return Template.parse(texts.get(text)).filledIn(labels(), value);
    }
  }

  @Test
  void everyFunctionAnswersAsInPrometheus() throws Exception {
    List<Asked> all =
        Stream.of(
                values().map(value -> new Asked(value, "x", OF_VALUES)),
                values()
                    .filter(TemplateTest::isDuration)
                    .map(value -> new Asked(value, "x", DURATIONS)),
                times().map(value -> new Asked(value, "x", List.of(AS_TIME))),
                LABELS.stream().map(label -> new Asked(0.5, label, OF_LABELS)))
            .flatMap(it -> it)
            .toList();
    Files.writeString(folder.resolve("rules.yaml"), YamlWriter.document("x", it -> rules(it, all)));
    Path tests = folder.resolve("tests.yaml");
    Files.writeString(tests, YamlWriter.document("x", it -> tests(it, all)));
    External.run(folder, External.server("promtool"), "", "test", "rules", tests.toString());
  }

  private static Stream<Double> values() {
    Random random = new Random(5);
    Stream<Double> chosen =
        Stream.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            0.25,
            0.125,
            2.5,
            9.9995,
            12.5,
            59.0,
            59.99995,
            60.0,
            61.5,
            99.995,
            100.0,
            123.456,
            999.95,
            999.96,
            1000.0,
            1023.5,
            1024.0,
            1536.0,
            3599.0,
            3600.0,
            86399.0,
            86400.0,
            90061.0,
            -90061.0,
            99999.5,
            123456.0,
            999999.0,
            1e6,
            1234567.0,
            1e15,
            1e21,
            1e24,
            1.5e27,
            1e30,
            1e-3,
            1.5e-4,
            9.9e-5,
            1e-5,
            1e-7,
            1e-20,
            1e-24,
            1e-30,
            0.1,
            0.95,
            0.9995,
            0.99999,
            1.0 / 3,
            2.0 / 3,
            1e100,
            4.9e-324,
            1.7976931348623157e308,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);
    Stream<Double> any =
        random.doubles(60).map(it -> (it - 0.5) * Math.pow(10, random.nextInt(30) - 12)).boxed();
    return Stream.concat(chosen, any);
  }

  /** Go does not say what becomes of more seconds than a long can count. */
  private static boolean isDuration(double value) {
    return !(Math.abs(value) >= 0x1p63) || Double.isInfinite(value);
  }

  private static Stream<Double> times() {
    return Stream.of(
        0.0,
        1.5,
        -1.5,
        -0.0001,
        1234567890.123,
        1.7e9,
        1.7e9 + 0.5,
        1.7e9 + 0.25,
        1.7e9 + 0.0004,
        -1.0,
        9.2e9,
        Double.NaN,
        Double.NEGATIVE_INFINITY);
  }

  private static void rules(YamlWriter yaml, List<Asked> all) {
    yaml.objects(
        "groups",
        List.of("all"),
        (group, name) -> {
          group.field("name", name);
          group.objects("rules", numbers(all), (rule, i) -> rule(rule, "A" + i, all.get(i)));
        });
  }

  private static void rule(YamlWriter rule, String name, Asked asked) {
    rule.field("alert", name);
    rule.field("expr", asked.expr());
    rule.object(
        "annotations",
        fields -> numbers(asked.texts()).forEach(i -> fields.field("t" + i, asked.texts().get(i))));
  }

  private static void tests(YamlWriter yaml, List<Asked> all) {
    yaml.field("rule_files", List.of("rules.yaml"));
    yaml.objects(
        "tests",
        List.of("all"),
        (test, name) -> {
          test.field("name", name);
          test.objects(
              "alert_rule_test", numbers(all), (item, i) -> test(item, "A" + i, all.get(i)));
        });
  }

  private static void test(YamlWriter test, String name, Asked asked) {
    test.field("eval_time", "0s");
    test.field("alertname", name);
    test.objects(
        "exp_alerts",
        List.of(asked),
        (alert, it) -> {
          alert.object("exp_labels", labels -> labels.field("a", asked.label()));
          alert.object("exp_annotations", texts -> filledIn(texts, asked));
        });
  }

  private static void filledIn(YamlWriter texts, Asked asked) {
    for (int i : numbers(asked.texts())) {
      try {
        texts.field("t" + i, asked.filledIn(i));
      } catch (Template.Wrong e) {
        throw new AssertionError(e);
      }
    }
  }

  private static List<Integer> numbers(List<?> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }

  @Test
  void whatPrometheusCannotFillInIsAnError() throws Exception {
    assertThatThrownBy(() -> filledIn("{{ $value | toUpper }}"))
        .isInstanceOf(WrongRule.class)
        .hasMessage("toUpper takes a text, but 1.5 is a number");
    assertThatThrownBy(() -> filledIn("{{ $labels.a | humanize }}"))
        .hasMessage("humanize takes a number, but 'x' is none");
    assertThatThrownBy(
            () -> filledIn("{{ $value | printf \"%.0f0000000000\" | humanizeTimestamp }}"))
        .hasMessage("2e+10 seconds are no time");
    assertThat(filledIn("{{ $labels.a }}{{ $value }}")).isEqualTo("x1.5");
  }

  private static String filledIn(String text) throws Template.Wrong {
    return Template.parse(text).filledIn(List.of(LabelValue.with("a", "x")), 1.5);
  }
}
