package io.runboards.rules;

import io.runboards.catalog.Label;

/**
 * A label with its value, as a rule adds it or as a test expects it.
 *
 * @param label the label's name
 * @param value its value
 */
public record LabelValue(String label, String value) {

  public static LabelValue with(Label label, String value) {
    return new LabelValue(label.name(), value);
  }

  public static LabelValue with(String label, String value) {
    return new LabelValue(label, value);
  }
}
