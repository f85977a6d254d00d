package io.runboards.rules;

/** How soon somebody must look at an alert; the value of its label {@code severity}. */
public enum Urgency {
  /** Now, whatever the hour: it pages. */
  CRITICAL("critical"),
  /** Within days: it makes a ticket. */
  WARNING("warning"),
  /** When there is time: it is only shown. */
  INFO("info");

  private final String label;

  Urgency(String label) {
    this.label = label;
  }

  /** The value of the label. */
  public String label() {
    return label;
  }
}
