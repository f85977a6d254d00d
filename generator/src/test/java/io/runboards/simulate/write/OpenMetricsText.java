package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OpenMetrics text as its specification says, without metadata. */
final class OpenMetricsText {
  private static final Pattern LINE =
      Pattern.compile("([\\w:]+)(?:\\{(.*)})? (\\S+) (-?\\d+(?:\\.\\d+)?)");
  private static final Pattern LABEL =
      Pattern.compile("(\\w+)=\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"(?:,|$)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private OpenMetricsText() {}

  static List<Point> read(String text) {
    assertThat(text).endsWith("# EOF\n");
    return text.substring(0, text.length() - "# EOF\n".length())
        .lines()
        .map(OpenMetricsText::point)
        .toList();
  }

  private static Point point(String line) {
    Matcher parts = LINE.matcher(line);
    assertThat(parts.matches()).as(line).isTrue();
    Map<String, String> labels = new TreeMap<>();
    labels.put("__name__", parts.group(1));
    Matcher label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
    while (label.find()) {
      labels.put(label.group(1), plain(label.group(2)));
    }
    long milliseconds = new BigDecimal(parts.group(4)).movePointRight(3).longValueExact();
    return Point.of(labels, milliseconds, Double.parseDouble(value(parts.group(3))));
  }

  private static String plain(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(it -> Matcher.quoteReplacement(it.group(1).equals("n") ? "\n" : it.group(1)));
  }

  private static String value(String text) {
    return text.replace("Inf", "Infinity");
  }
}
