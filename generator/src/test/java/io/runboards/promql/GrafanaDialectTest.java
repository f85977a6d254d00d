package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboard variables are tokens of the language, wherever Grafana puts values in. */
class GrafanaDialectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(x[$__rate_interval])",
        "rate(x[${__rate_interval}])",
        "rate(x[[[window]]])",
        "rate(x[${minutes}m] offset $shift)",
        "rate(x[5${unit}])",
        "rate(x[1h${more}])",
        "max_over_time(x[$__range:$__interval])",
        "max_over_time(x[${__range_s}s:1m] @ ${__to:date:seconds})",
        "x offset -$shift",
        "x @ $moment",
        "x{node=\"$node\",pod=~\"${pod:regex}\"}",
        "x{$label=\"b\",node!~\"[[node]]|a\"}",
        "x{${label:raw}=~\"a\"}",
        "$metric{a=\"b\"}",
        "${metric:raw}_total",
        "job:${metric}:sum$window",
        "sum by ($label) (x)",
        "sum by (${labels:csv}, node) (x)",
        "sum by (\"$label\") (x)",
        "sum by (a_$b) (x)",
        "a * on ($label) group_left ([[label]]) b",
        "topk($k, x)",
        "x > $limit",
        "x * -$factor",
        "$a + $b",
        "1$zeros * x",
        "quantile(0.$p, x)",
        "sum($metric)",
        "rate($metric[5m])",
        "$x",
        "$m{}",
        "x{a=~`$v`,b='$w'}",
        "x{a=~${v:doublequote}}",
        "x{a=$v}",
        "x{a=~\"[z-$v]\"}",
        "x{a=~\"(?$f)b\"}",
        "x{a=~\"\\\\p{$c}\"}",
        "x{a=~\"\\\\$d+\"}",
        "label_replace(x, \"a\", \"$1\", \"b\", \"$pattern\")"
      })
  void aVariableKeepsItsSpelling(String query) {
    assertThat(Promql.parse(query, Syntax.GRAFANA)).hasToString(query);
    assertThat(Promql.parse(query, Syntax.GRAFANA))
        .isEqualTo(Promql.parse(Promql.parse(query, Syntax.GRAFANA).toString(), Syntax.GRAFANA));
    boolean onlyInStrings =
        query.startsWith("x{node=")
            || query.startsWith("x{a=~`")
            || query.startsWith("x{a=~\"")
            || query.startsWith("label_replace");
    if (!onlyInStrings && !query.contains("(\"$label\")")) {
      assertThatExceptionOfType(ParseException.class).isThrownBy(() -> Promql.parse(query));
    }
  }

  @Test
  void variablesInALabelValueAreFound() {
    VectorSelector selector = selector("x{a=~\"^$node-${pod:regex}-[[ns]]$\"}");
    Text value = selector.matchers().getFirst().value();
    assertThat(value.variables())
        .containsExactly(
            new Variable("node", "", 1, 6),
            new Variable("pod", "regex", 7, 19),
            new Variable("ns", "", 20, 26));
    assertThat(value.isFixed()).isFalse();
  }

  @Test
  void capturesOfRegularExpressionsAreNoVariables() {
    Call call =
        (Call)
            Promql.parse("label_replace(x, \"a\", \"$1-${2}\", \"b\", \"(.*)$\")", Syntax.GRAFANA);
    assertThat(call.args().stream().filter(StringLiteral.class::isInstance))
        .allSatisfy(arg -> assertThat(((StringLiteral) arg).text().isFixed()).isTrue());
  }

  @Test
  void inPrometheusADollarInAStringIsADollar() {
    VectorSelector selector = (VectorSelector) Promql.parse("x{a=\"$node\"}");
    assertThat(selector.matchers().getFirst().value().isFixed()).isTrue();
  }

  @Test
  void aVariableInADurationIsAPeriodOfItsOwn() {
    Call rate = (Call) Promql.parse("rate(x[${n:raw}m])", Syntax.GRAFANA);
    RangeSelector range = (RangeSelector) rate.args().getFirst();
    assertThat(range.range()).isInstanceOf(Period.Chosen.class).hasToString("${n:raw}m");
    Call max = (Call) Promql.parse("max_over_time(x[1h:$__interval])", Syntax.GRAFANA);
    assertThat(((Subquery) max.args().getFirst()).step()).isInstanceOf(Period.Chosen.class);
  }

  @Test
  void aVariableAloneFitsWhereANumberOrAVectorIsWanted() {
    Aggregation top = (Aggregation) Promql.parse("topk($k, $metric)", Syntax.GRAFANA);
    assertThat(top.parameter())
        .hasValueSatisfying(k -> assertThat(k).isInstanceOf(VariableRef.class));
    assertThat(top.expr()).isInstanceOf(VariableRef.class);
    assertThat(Promql.parse("1 > $limit", Syntax.GRAFANA).type()).isEqualTo(ValueType.VARIABLE);
    assertThat(Promql.parse("x > $limit", Syntax.GRAFANA).type()).isEqualTo(ValueType.VECTOR);
    assertThat(Promql.parse("1 + 2", Syntax.GRAFANA).type()).isEqualTo(ValueType.SCALAR);
  }

  @Test
  void aVariableInFrontOfBracesIsTheMetricsName() {
    VectorSelector selector = selector("$metric{a=\"b\"}");
    assertThat(selector.name().variables()).extracting(Variable::name).containsExactly("metric");
    Binary sum = (Binary) Promql.parse("foo_$x + $y_total", Syntax.GRAFANA);
    assertThat(sum.left()).isInstanceOf(VectorSelector.class);
    assertThat(((VariableRef) sum.right()).text().variables())
        .as("Grafana reads as many letters as it can")
        .extracting(Variable::name)
        .containsExactly("y_total");
  }

  @Test
  void aRegularExpressionIsCheckedAroundItsVariables() {
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> Promql.parse("x{a=~\"$node|(\"}", Syntax.GRAFANA))
        .withMessage("bad regular expression: missing ')'");
    assertThat(Promql.parse("{a=~\"$node\"}", Syntax.GRAFANA)).isNotNull();
  }

  @Test
  void aVariableCannotNameAFunction() {
    for (String query : List.of("$f(x)", "${f}(rate(x[5m]))", "foo_$f(x)", "$f by (a) (x)")) {
      assertThatExceptionOfType(ParseException.class)
          .isThrownBy(() -> Promql.parse(query, Syntax.GRAFANA))
          .withMessage("a dashboard variable cannot be the name of a function or aggregation");
    }
  }

  @Test
  void whatBecomesADollarOnlyByAnEscapeIsNoVariable() {
    Expr tree = Promql.parse("x{a=\"\\x24node\"}", Syntax.GRAFANA);
    assertThat(((VectorSelector) tree).matchers().getFirst().value().isFixed()).isTrue();
  }

  @Test
  void textWithVariablesCanBeBuiltByHand() {
    Matcher matcher =
        new Matcher(Text.of("node"), Matcher.Op.REGEX, Text.withVariables("$node"), Span.NONE);
    VectorSelector built =
        new VectorSelector(
            Text.nameWithVariables("${m}_total"), List.of(matcher), Modifiers.NONE, Span.NONE);
    assertThat(built).isEqualTo(selector("${m}_total{node=~\"$node\"}"));
    assertThat(Promql.check(built, Syntax.GRAFANA)).isEqualTo(built);
  }

  @Test
  void aTreeThatSaysSomethingElseThanItsTextIsFound() {
    VectorSelector nameless =
        new VectorSelector(Text.of("http.requests"), List.of(), Modifiers.NONE, Span.NONE);
    VectorSelector number =
        new VectorSelector(Text.of("inf"), List.of(), Modifiers.NONE, Span.NONE);
    for (Expr wrong : List.of(nameless, number)) {
      assertThatExceptionOfType(ParseException.class)
          .isThrownBy(() -> Promql.check(wrong, Syntax.PROMETHEUS));
    }
  }

  @Test
  void whatOnlyLooksLikeAVariableIsNone() {
    for (String query :
        List.of(
            "5$x[5m]",
            "1h$x offset 5m",
            "$",
            "${",
            "${x",
            "${1}",
            "$1",
            "[[x",
            "[[1]]",
            "x[[5m]]",
            "$ x")) {
      assertThatExceptionOfType(ParseException.class)
          .as(query)
          .isThrownBy(() -> Promql.parse(query, Syntax.GRAFANA));
    }
    assertThat(Promql.parse("x{a=~\"[[:alpha:]]\"}", Syntax.GRAFANA))
        .isEqualTo(Promql.parse("x{a=~\"[[:alpha:]]\"}"));
  }

  private static VectorSelector selector(String query) {
    return (VectorSelector) Promql.parse(query, Syntax.GRAFANA);
  }
}
