package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How lines of text begin: the name and the labels of each series, made once. */
final class Heads {
  private final Predicate<Tag> shown;
  private final Map<Series, byte[]> made = new IdentityHashMap<>();

  /** Only some labels are shown. */
  Heads(Predicate<Tag> shown) {
    this.shown = shown;
  }

  byte[] of(Series series) {
    byte[] known = made.get(series);
    if (known != null) {
      return known;
    }
    byte[] head = text(series).getBytes(StandardCharsets.UTF_8);
    made.put(series, head);
    return head;
  }

  void forget(Series series) {
    made.remove(series);
  }

  private String text(Series series) {
    StringBuilder text = new StringBuilder(series.name());
    char before = '{';
    for (Tag tag : series.tags()) {
      if (shown.test(tag)) {
        text.append(before).append(tag.name()).append("=\"").append(escaped(tag)).append('"');
        before = ',';
      }
    }
    return text.append(before == '{' ? " " : "} ").toString();
  }

  private static String escaped(Tag tag) {
    return tag.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
