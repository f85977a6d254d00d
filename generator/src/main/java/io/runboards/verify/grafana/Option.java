package io.runboards.verify.grafana;

/**
 * Something that can be chosen.
 *
 * @param words what the reader sees
 * @param value what stands for it in queries
 */
public record Option(String words, String value) {
  static Option of(String value) {
    return new Option(value, value);
  }
}
