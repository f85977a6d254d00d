package io.runboards.verify.grafana;

import java.util.List;

/** A name that Grafana itself gives a value, such as {@code __range}. */
record Word(String name, String text) {

  /** The length of a time range. */
  static List<Word> ofRange(Length range) {
    return List.of(
        new Word("__range_ms", String.valueOf(range.millis())),
        new Word("__range_s", String.valueOf(range.seconds())),
        new Word("__range", range.seconds() + "s"));
  }
}
