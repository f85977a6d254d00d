package io.runboards.dashboard;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.query.Condition;
import io.runboards.query.Queries;
import io.runboards.query.Selected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Something that the reader of a dashboard chooses above it. */
public sealed interface Variable {
  /** Its name in queries, without the dollar sign. */
  String name();

  /** The words beside it. */
  String title();

  /** The label whose values it holds; a link that carries the label fills it. */
  default Optional<Label> held() {
    return Optional.empty();
  }

  /** The values that a label has on a metric. */
  static ValuesOf valuesOf(Label label, Metric metric) {
    return new ValuesOf(
        label.name(),
        label.name(),
        label,
        Queries.metric(metric),
        Choice.ONE,
        Optional.empty(),
        Order.ALPHABETICAL);
  }

  /** A list of its own: words, or {@code word : value}. */
  static Listed listed(String name, String title, String... values) {
    return new Listed(name, title, List.of(values), Choice.ONE, Optional.empty());
  }

  /** Lengths of time. */
  static Interval interval(String name, String title, String... lengths) {
    return new Interval(name, title, List.of(lengths));
  }

  /** One of the Prometheus data sources whose names match; all if the expression is empty. */
  static DataSource dataSource(String name, String title, String regex) {
    return new DataSource(name, title, regex);
  }

  /** Conditions on any label, which go into every query. */
  static AdHoc adHoc(String name, String title) {
    return new AdHoc(name, title);
  }

  /** Any text. */
  static TextBox textBox(String name, String title, String start) {
    return new TextBox(name, title, start, Optional.empty());
  }

  /** A value that nobody chooses. */
  static Constant constant(String name, String value) {
    return new Constant(name, value);
  }

  /** How many values can be chosen. */
  enum Choice {
    ONE,
    SOME,
    SOME_OR_ALL,
    ONE_OR_ALL;

    public boolean isMulti() {
      return this == SOME || this == SOME_OR_ALL;
    }

    public boolean hasAll() {
      return this == SOME_OR_ALL || this == ONE_OR_ALL;
    }
  }

  /** The order of the values. */
  enum Order {
    AS_THEY_COME(0),
    ALPHABETICAL(1),
    NUMERICAL(3);

    private final int id;

    Order(int id) {
      this.id = id;
    }

    public int id() {
      return id;
    }
  }

  /**
   * The values that a label has on some series.
   *
   * @param name its name in queries
   * @param title the words beside it
   * @param label the label
   * @param source the series
   * @param choice how many can be chosen
   * @param words the label whose values are shown in the place of the chosen ones
   * @param order the order of the values
   */
  record ValuesOf(
      String name,
      String title,
      Label label,
      Selected source,
      Choice choice,
      Optional<Label> words,
      Order order)
      implements Variable {

    @Override
    public Optional<Label> held() {
      return Optional.of(label);
    }

    /** Its name in queries, instead of the label's. */
    public ValuesOf named(String other) {
      return new ValuesOf(other, title, label, source, choice, words, order);
    }

    public ValuesOf titled(String other) {
      return new ValuesOf(name, other, label, source, choice, words, order);
    }

    /** Only the values that occur together with what is chosen in the others. */
    public ValuesOf within(ValuesOf... others) {
      Selected narrower =
          source.where(Arrays.stream(others).map(ValuesOf::chosen).toArray(Condition[]::new));
      return new ValuesOf(name, title, label, narrower, choice, words, order);
    }

    public ValuesOf where(Condition... conditions) {
      return new ValuesOf(name, title, label, source.where(conditions), choice, words, order);
    }

    /** Several values can be chosen. */
    public ValuesOf multi() {
      return withChoice(choice.hasAll() ? Choice.SOME_OR_ALL : Choice.SOME);
    }

    /** All values can be chosen at once, which is so until someone chooses. */
    public ValuesOf orAll() {
      return withChoice(choice.isMulti() ? Choice.SOME_OR_ALL : Choice.ONE_OR_ALL);
    }

    private ValuesOf withChoice(Choice other) {
      return new ValuesOf(name, title, label, source, other, words, order);
    }

    /** The values of another label are shown in the place of these. */
    public ValuesOf worded(Label other) {
      return new ValuesOf(name, title, label, source, choice, Optional.of(other), order);
    }

    public ValuesOf numerical() {
      return new ValuesOf(name, title, label, source, choice, words, Order.NUMERICAL);
    }

    /** The condition that the label has a chosen value. */
    public Condition chosen() {
      return chosenAs(label);
    }

    /** The condition that another label has a chosen value. */
    public Condition chosenAs(Label other) {
      String value = "$" + name;
      return choice == Choice.ONE ? Condition.is(other, value) : Condition.matches(other, value);
    }
  }

  /**
   * A list of its own.
   *
   * @param name its name in queries
   * @param title the words beside it
   * @param values the list: words, or {@code word : value}
   * @param choice how many can be chosen
   * @param held the label whose values it holds, if links shall be able to fill it
   */
  record Listed(String name, String title, List<String> values, Choice choice, Optional<Label> held)
      implements Variable {
    public Listed {
      values = List.copyOf(values);
    }

    public Listed multi() {
      return new Listed(name, title, values, Choice.SOME_OR_ALL, held);
    }

    /** Links that carry a label fill it with the label's value. */
    public Listed holding(Label label) {
      return new Listed(name, title, values, choice, Optional.of(label));
    }
  }

  /** Lengths of time. */
  record Interval(String name, String title, List<String> lengths) implements Variable {
    public Interval {
      lengths = List.copyOf(lengths);
    }
  }

  /** A Prometheus data source. */
  record DataSource(String name, String title, String regex) implements Variable {}

  /** Conditions on any label. */
  record AdHoc(String name, String title) implements Variable {}

  /**
   * Any text.
   *
   * @param name its name in queries
   * @param title the words beside it
   * @param start the text until someone writes another
   * @param held the label whose values it holds, if links shall be able to fill it
   */
  record TextBox(String name, String title, String start, Optional<Label> held)
      implements Variable {

    /** Links that carry a label fill it with the label's value. */
    public TextBox holding(Label label) {
      return new TextBox(name, title, start, Optional.of(label));
    }
  }

  /** A value that nobody chooses. */
  record Constant(String name, String value) implements Variable {
    @Override
    public String title() {
      return name;
    }
  }

  /** The conditions that several variables choose. */
  static Condition[] chosen(ValuesOf... variables) {
    List<Condition> conditions = new ArrayList<>();
    for (ValuesOf variable : variables) {
      conditions.add(variable.chosen());
    }
    return conditions.toArray(Condition[]::new);
  }
}
