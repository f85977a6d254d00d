package io.runboards.promql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks and joins expressions of Prometheus' tests, always the same way for the same seed. */
final class Mutator {
  private static final int LONGEST = 400;
  private static final List<String> PIECES =
      List.of(
          ("( ) [ ] { } : , @ - + * ^ % / # 5m 1h30m 0 -0 1e3 0x1f 017 1_000 .5 1ms 0.001 1.5e-7"
                  + " 1e400 9223372036854775807 123456789012345678901234567890 NaN Inf -Inf step()"
                  + " range() max_of(1,2) min_of(5m,step()) start() end() foo bar{a=\"b\"}"
                  + " {__name__=\"x\"} {\"q.r\"} \"q.r\"=\"s\" a=~\"x|y.*\" a=~\"(\""
                  + " a=~\"[[:alpha:]]{2,3}\" !~\"\\\\d+\" \"a\" 'b' `c` \"\\xff\" \"\\u00e9\""
                  + " \"\\377\" é 世 😀 sum topk(1, info( absent( by without on ignoring group_left"
                  + " group_right bool fill(0) fill_left(-1) fill_right(2) and or unless atan2 =="
                  + " != =~ !~ >/ </ offset anchored smoothed [5m:] [1m:10s] (5m) @5 _ e x ; $ ~ \\"
                  + " ? . ..")
              .split(" "));
  private static final List<String> OPERATORS =
      List.of("+", "*", "^", "-", "/", "and", ">", "== bool", "or", "%", "atan2", "offset");

  private final Random random;
  private final List<String> corpus =
      Reference.recorded().stream()
          .map(Reference.Answer::expr)
          .filter(expr -> expr.length() < LONGEST)
          .toList();

  Mutator(long seed) {
    random = new Random(seed);
  }

  List<String> expressions(int count) {
    List<String> expressions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      expressions.add(expression());
    }
    return expressions;
  }

  String expression() {
    String text = pick(corpus);
    for (int i = random.nextInt(3); i >= 0; i--) {
      text = mutate(text);
    }
    return validUtf8(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  private String mutate(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(6));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + spaced(pick(PIECES)) + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, at) + spaced(pick(PIECES)) + text.substring(to);
      case 3 -> {
        String other = pick(corpus);
        yield text.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
      }
      case 4 -> text + " " + pick(OPERATORS) + " " + pick(corpus);
      default -> "(" + text + ")" + pick(PIECES);
    };
  }

  private String spaced(String piece) {
    return random.nextBoolean() ? piece : " " + piece + " ";
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A cut can leave half a surrogate pair. */
  private static String validUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
