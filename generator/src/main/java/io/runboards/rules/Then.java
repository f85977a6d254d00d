package io.runboards.rules;

import java.util.List;

/** What is so at a moment of a test. */
public sealed interface Then {
  /** How long after the test's beginning. */
  Length at();

  /** The rule that it is about. */
  Rule rule();

  /**
   * An alert fires for one series.
   *
   * @param value the value of its query, from which its texts follow
   * @param labels the labels of that series, without those that the alert adds
   */
  record Fires(Length at, Alert alert, double value, List<LabelValue> labels) implements Then {
    public Fires {
      labels = List.copyOf(labels);
    }

    @Override
    public Alert rule() {
      return alert;
    }
  }

  /** An alert fires for nothing. */
  record Silent(Length at, Alert alert) implements Then {
    @Override
    public Alert rule() {
      return alert;
    }
  }

  /** A recording rule wrote a value for one series. */
  record Recorded(Length at, Recording recording, double value, List<LabelValue> labels)
      implements Then {
    public Recorded {
      labels = List.copyOf(labels);
    }

    @Override
    public Recording rule() {
      return recording;
    }
  }
}
