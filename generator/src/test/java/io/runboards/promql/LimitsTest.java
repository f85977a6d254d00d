package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deep, long and broken inputs end in an answer, on a thread with an ordinary stack. */
class LimitsTest {
  private static final Syntax FULL = Syntax.PROMETHEUS.withAllFeatures();
  private static final String TOO_DEEP = "the expression nests more than 2000 levels deep";
  private static final long SMALL_STACK = 512 << 10;

  /** A way to nest: what comes of it at a depth. */
  record Nesting(String name, IntFunction<String> at) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Nesting> nestings() {
    return List.of(
        new Nesting("parentheses", n -> "(".repeat(n) + "x" + ")".repeat(n)),
        new Nesting("calls", n -> "abs(".repeat(n) + "x" + ")".repeat(n)),
        new Nesting("aggregations", n -> "sum by (a) (".repeat(n) + "x" + ")".repeat(n)),
        new Nesting("parameters", n -> "topk(scalar(".repeat(n) + "x" + "), x)".repeat(n)),
        new Nesting("signs", n -> "-".repeat(n) + "x"),
        new Nesting("powers", n -> "x ^ ".repeat(n) + "x"),
        new Nesting("sums", n -> "x + ".repeat(n) + "x"),
        new Nesting("subqueries", n -> "rate(".repeat(n) + "x" + "[5m:1m])".repeat(n)),
        new Nesting("durations", n -> "x[" + "(".repeat(n) + "5m" + ")".repeat(n) + "]"),
        new Nesting("signed durations", n -> "x[" + "-".repeat(n) + "5m]"),
        new Nesting("sums of durations", n -> "x[5m" + " + 1m".repeat(n) + "]"),
        new Nesting("extremes", n -> "x[" + "max_of(1,".repeat(n) + "5m" + ")".repeat(n) + "]"));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void nestingDeeperThanTwoThousandIsAnError(Nesting nesting) throws Exception {
    onASmallStack(() ->
        assertThatExceptionOfType(ParseException.class)
            .isThrownBy(() -> Promql.parse(nesting.at().apply(2001), FULL))
            .withMessage(TOO_DEEP));
    onASmallStack(() ->
        assertThatExceptionOfType(ParseException.class)
            .isThrownBy(() -> Promql.parse(nesting.at().apply(200_000), FULL))
            .withMessage(TOO_DEEP));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void nestingBelowTheLimitIsReadAndPrinted(Nesting nesting) throws Exception {
    String text = nesting.at().apply(900);
    onASmallStack(() -> {
      Expr tree = Promql.parse(text, FULL);
      assertThat(Promql.parse(tree.toString(), FULL)).hasToString(tree.toString());
      assertThat(Promql.pretty(tree)).isNotEmpty();
    });
  }

  @Test
  void twoThousandLevelsAreNotTooDeep() throws Exception {
    onASmallStack(() -> {
      assertThat(Promql.parse("(".repeat(1999) + "x" + ")".repeat(1999))).isNotNull();
      assertThat(Promql.parse("x or ".repeat(1999) + "x")).isNotNull();
    });
  }

  @Test
  void longInputsTakeTimeInProportion() {
    String matchers =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "l" + i + "=\"v\"")
            .collect(Collectors.joining(","));
    assertThat(Promql.parse("x{" + matchers + "}").toString()).hasSizeGreaterThan(2_000_000);
    String labels = "l,".repeat(500_000);
    assertThat(Promql.parse("sum by (" + labels + ") (x)")).isNotNull();
    String string = "a".repeat(10_000_000);
    assertThat(Promql.parse("\"" + string + "\"").toString()).hasSize(10_000_002);
    String comments = "# nothing\n".repeat(500_000);
    assertThat(Promql.parse(comments + "x")).hasToString("x");
    for (String open : List.of("${a:", "[[a:", "$", "${", "[[")) {
      String text = "x{a=\"" + open.repeat(200_000) + "\"}";
      assertThat(Promql.parse(text, Syntax.GRAFANA)).hasToString(text);
    }
    String name = "a".repeat(300_000);
    assertThat(Promql.parse("x{a=\"${" + name + ":" + name + "}\"}", Syntax.GRAFANA)).isNotNull();
    String siblings = "(".repeat(198) + "label_join(x, \"a\", \"b\"" + ", \"c\"".repeat(50_000);
    assertThat(Promql.parse(siblings + ")".repeat(199))).isNotNull();
    String on =
        IntStream.range(0, 100_000).mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
    String include = on.replace("a", "b");
    assertThat(Promql.parse("x * on (" + on + ") group_left (" + include + ") y")).isNotNull();
    String arguments = "\"a\"" + ", \"a\"".repeat(300_000);
    assertThat(Promql.parse("label_join(x, " + arguments + ")")).isNotNull();
  }

  @Test
  void hugeRepetitionsInRegularExpressionsAreNotCounted() {
    assertThat(Promql.parse("x{a=~\"" + "(a{1000}b{1000})".repeat(10_000) + "\"}")).isNotNull();
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> Promql.parse("x{a=~\"((a{100}){100}){100}\"}"))
        .withMessage("bad regular expression: repetitions multiply to more than 1000");
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> Promql.parse("x{a=~\"" + "(".repeat(100_000) + "\"}"))
        .withMessage("bad regular expression: groups nest more than 1000 levels deep");
  }

  @Test
  void bytesThatAreNoUtf8CanBeMatchedLiterally() {
    assertThat(Promql.parse("{a=~\"\\xff|b\"}")).hasToString("{a=~\"\\xff|b\"}");
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> Promql.parse("{a=~\"\\xff|\"}"))
        .withMessageStartingWith("a selector needs");
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> Promql.parse("{a=~\"\\xff.\"}"))
        .withMessage("bad regular expression: invalid UTF-8");
  }

  @Test
  void brokenUtf8IsAnError() {
    for (String broken : List.of("\uFFFD", "\uD800", "\uDC00", "a\uD83D", "\uDE00\uD83D")) {
      assertThatExceptionOfType(ParseException.class)
          .isThrownBy(() -> Promql.parse("x{a=\"" + broken + "\"}"))
          .withMessage("invalid UTF-8 in string");
      assertThatExceptionOfType(ParseException.class).isThrownBy(() -> Promql.parse(broken));
    }
  }

  private static void onASmallStack(Runnable task) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }
}
