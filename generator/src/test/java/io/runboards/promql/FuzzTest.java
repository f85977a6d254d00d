package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is read, the answer is a tree or a parse error with a place in the text. */
class FuzzTest {
  private static final List<Syntax> SYNTAXES =
      List.of(
          Syntax.PROMETHEUS,
          Syntax.PROMETHEUS.withAllFeatures(),
          Syntax.GRAFANA,
          Syntax.GRAFANA.withAllFeatures());
  private static final List<String> VARIABLES =
      List.of(
          "$x", "${x}", "${x:regex}", "[[x]]", "$", "${", "[[", "]]", "$__interval", "${x.y:z}");

  @Test
  void mutatedInputsEndInATreeOrAParseError() {
    fuzz(1, 50_000);
  }

  @Test
  @Tag("long")
  void aMillionMutatedInputsEndInATreeOrAParseError() {
    fuzz(2, 1_000_000);
  }

  @Test
  void anyCharactersEndInATreeOrAParseError() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      char[] text = new char[random.nextInt(40)];
      for (int k = 0; k < text.length; k++) {
        text[k] = (char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 0x80);
      }
      check(new String(text), SYNTAXES.get(i % SYNTAXES.size()));
    }
  }

  private static void fuzz(long seed, int count) {
    Mutator mutator = new Mutator(seed);
    Random random = new Random(seed);
    int trees = 0;
    for (int i = 0; i < count; i++) {
      String text = mutator.expression();
      Syntax syntax = SYNTAXES.get(i % SYNTAXES.size());
      if (syntax.dialect() == Syntax.Dialect.GRAFANA) {
        int at = random.nextInt(text.length() + 1);
        String variable = VARIABLES.get(random.nextInt(VARIABLES.size()));
        text = text.substring(0, at) + variable + text.substring(at);
      }
      trees += check(text, syntax) ? 1 : 0;
    }
    assertThat(trees).isBetween(count / 20, count - count / 20);
  }

  /** Whether the text was read; anything but a parse error escapes from here. */
  private static boolean check(String text, Syntax syntax) {
    try {
      Expr tree = Promql.parse(text, syntax);
      Promql.pretty(tree);
      assertThat(tree.span().start()).isBetween(0, text.length());
      assertThat(tree.span().end()).isBetween(tree.span().start(), text.length());
      return true;
    } catch (ParseException e) {
      assertThat(e.getMessage()).isNotBlank();
      assertThat(e.place("text").end()).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
      return false;
    }
  }
}
