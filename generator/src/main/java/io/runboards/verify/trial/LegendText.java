package io.runboards.verify.trial;

import io.runboards.verify.prometheus.LabelSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a legend is filled in: {@code {{label}}} stands for a label's value. */
public final class LegendText {
  private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(.+?)\\s*}}");

  private LegendText() {}

  /** The labels that a legend names. */
  static List<String> labels(String legend) {
    return LABEL.matcher(legend).results().map(found -> found.group(1)).distinct().toList();
  }

  /** The name under which a series is shown. */
  public static String of(String legend, LabelSet labels) {
    return legend.isEmpty()
        ? labels.toString()
        : LABEL
            .matcher(legend)
            .replaceAll(
                (MatchResult found) -> Matcher.quoteReplacement(labels.value(found.group(1))));
  }
}
