package io.runboards.verify.grafana;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.verify.grafana.Escaping.USUAL;
import static io.runboards.verify.grafana.Escaping.WITH_QUOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.promql.Matcher;
import io.runboards.promql.Promql;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values stay what they are on their way through Grafana, its regular expressions and PromQL. */
class EscapingTest {
  private static final int ROUNDS = 2000;
  private static final String ALPHABET = "ab.|*+?()[]{}^$\\%-/:= 'é\"\n";
  private static final ValuesOf NODE_IN = valuesOf(NODE, Runai.GPU_COUNT_PER_NODE);

  @Test
  void aRegularExpressionGetsTwoBackslashesBecauseAStringTakesOne() {
    assertThat(USUAL.regex("gpu-1.example.com")).isEqualTo("gpu-1\\\\.example\\\\.com");
    assertThat(USUAL.regex("x|y")).isEqualTo("x\\\\|y");
    assertThat(USUAL.regex("10%")).isEqualTo("10%");
    assertThat(USUAL.regex("a\\b")).isEqualTo("a\\\\\\\\b");
    assertThat(USUAL.regex("$^*{}[]+?.()|"))
        .isEqualTo("\\\\$\\\\^\\\\*\\\\{\\\\}\\\\[\\\\]\\\\+\\\\?\\\\.\\\\(\\\\)\\\\|");
    assertThat(USUAL.regex("it's")).isEqualTo("it's");
    assertThat(WITH_QUOTES.regex("it's")).isEqualTo("it\\\\'s");
    assertThat(WITH_QUOTES.regex("19\" rack")).isEqualTo("19\\\\\\\" rack");
  }

  @Test
  void aValueThatIsNoRegularExpressionKeepsItsCharacters() {
    assertThat(USUAL.plain("gpu-1.example.com")).isEqualTo("gpu-1.example.com");
    assertThat(USUAL.plain("a\\b")).isEqualTo("a\\\\b");
    assertThat(WITH_QUOTES.plain("19\" rack")).isEqualTo("19\\\" rack");
    assertThat(WITH_QUOTES.plain("it's")).isEqualTo("it's");
    assertThat(WITH_QUOTES.plain("job=\"node\"")).isEqualTo("job=\"node\"");
  }

  @Test
  void withoutItsFeatureToggleGrafanaSpoilsQuotes() {
    assertThat(USUAL.plain("it's")).isEqualTo("it\\\\'s");
    assertThat(USUAL.plain("19\" rack")).isEqualTo("19\" rack");
    assertThat(USUAL.spoils("it's", false)).isTrue();
    assertThat(USUAL.spoils("it's", true)).isFalse();
    assertThat(USUAL.spoils("19\" rack", true)).isTrue();
    assertThat(WITH_QUOTES.spoils("19\" rack", true)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Escaping.class)
  void whateverIsChosenTheMatcherMatchesIt(Escaping escaping) {
    Random random = new Random(7);
    int passed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String value = value(random);
      if (!escaping.spoils(value, false)) {
        assertThat(matcher(NODE_IN, escaping, List.of(value)).value().value()).isEqualTo(value);
        passed++;
      }
    }
    assertThat(passed).isGreaterThan(ROUNDS / 2);
  }

  @ParameterizedTest
  @EnumSource(Escaping.class)
  void whateverSeveralAreChosenTheMatcherMatchesThemAndNothingElse(Escaping escaping) {
    Random random = new Random(8);
    int passed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> all = new TreeSet<>();
      while (all.size() < 6) {
        all.add(value(random));
      }
      all.removeIf(value -> escaping.spoils(value, true));
      List<String> chosen = all.stream().limit(1 + random.nextInt(3)).toList();
      if (!chosen.isEmpty()) {
        String regex = matcher(NODE_IN.multi(), escaping, chosen).value().value();
        Pattern pattern = Pattern.compile(regex);
        assertThat(all.stream().filter(value -> pattern.matcher(value).matches()))
            .as(regex)
            .containsExactlyElementsOf(chosen);
        passed++;
      }
    }
    assertThat(passed).isGreaterThan(ROUNDS / 2);
  }

  /** What comes out of a query with a chosen value when Prometheus has read it. */
  private static Matcher matcher(ValuesOf variable, Escaping escaping, List<String> chosen) {
    Wishes wishes = Wishes.NONE.with("node", chosen.toArray(String[]::new));
    Reader reader = new Reader(1600, "", "15s", escaping);
    Choices choices =
        Choices.of(
            dashboard("d", "D").variables(variable),
            wishes,
            new Store("n"),
            Store.SIX_HOURS,
            reader);
    String selector = "x{" + variable.chosen() + "}";
    return Promql.matchers(choices.inQuery(selector, Store.SIX_HOURS, escaping)).getLast();
  }

  private static String value(Random random) {
    List<String> characters = new ArrayList<>();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(ALPHABET.length());
      characters.add(ALPHABET.substring(at, at + 1));
    }
    return String.join("", characters);
  }
}
