package io.runboards.verify.grafana;

import java.util.List;

/** What is chosen in a variable. */
public sealed interface Picked {

  /**
   * "All".
   *
   * @param each the value of each option
   */
  record All(List<String> each) implements Picked {
    public All {
      each = List.copyOf(each);
    }

    @Override
    public List<String> values() {
      return each;
    }
  }

  /** "All", for which something of its own stands in queries. */
  record AllAs(String text, List<String> each) implements Picked {
    public AllAs {
      each = List.copyOf(each);
    }

    @Override
    public List<String> values() {
      return each;
    }
  }

  /** One value, where no more can be chosen. */
  record One(String value) implements Picked {
    @Override
    public List<String> values() {
      return List.of(value);
    }
  }

  /** Any number of values. */
  record Several(List<String> values) implements Picked {
    public Several {
      values = List.copyOf(values);
    }
  }

  /** The one value that a repeated panel or row is for. */
  record Repeated(String value) implements Picked {
    @Override
    public List<String> values() {
      return List.of(value);
    }
  }

  /** The values for which there is one repeated panel each. */
  List<String> values();
}
