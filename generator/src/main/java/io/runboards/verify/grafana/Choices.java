package io.runboards.verify.grafana;

import io.runboards.dashboard.Dashboard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is chosen above a dashboard.
 *
 * @param variables its variables, in their order; conditions on any label are not among them
 * @param filters the conditions on any label
 */
public record Choices(List<Chosen> variables, List<Filter> filters) {

  public Choices {
    variables = List.copyOf(variables);
    filters = List.copyOf(filters);
  }

  /**
   * Opens a dashboard: each variable asks for its values, after those that its query mentions.
   *
   * @throws IllegalArgumentException if variables wait for each other, or if a wish is for several
   *     values of a variable that has one
   */
  public static Choices of(
      Dashboard dashboard, Wishes wishes, Values values, TimeRange range, Reader reader) {
    return new Opening(wishes, values, range, reader).of(dashboard);
  }

  public Optional<Chosen> find(String name) {
    return variables.stream().filter(chosen -> chosen.name().equals(name)).findFirst();
  }

  /** Why panels will be empty or wrong: variables without a value, and values that are spoilt. */
  public List<String> problems() {
    return variables.stream().flatMap(chosen -> chosen.problem().stream()).toList();
  }

  /** The same for each of the values that are chosen in a variable, which are at most so many. */
  List<Choices> forEach(String name, int most) {
    Stream<Choices> each =
        find(name).stream()
            .flatMap(chosen -> chosen.picked().values().stream().limit(most).map(chosen::forOne))
            .map(this::with);
    List<Choices> all = each.toList();
    return all.isEmpty() ? List.of(this) : all;
  }

  Choices withoutFilters() {
    return new Choices(variables, List.of());
  }

  private Choices with(Chosen other) {
    return new Choices(
        variables.stream().map(it -> it.name().equals(other.name()) ? other : it).toList(),
        filters);
  }

  /** A text beside a query, such as its legend, with the values of its variables. */
  public String inWords(String text, TimeRange range) {
    return Interpolation.of(
        text,
        (name, format) -> value(name, format.isEmpty() ? "glob" : format, range, Escaping.USUAL));
  }

  /** A query with the values of its variables; for the lengths of time see {@link Asked}. */
  String inQuery(String query, TimeRange range, Escaping escaping) {
    return Interpolation.of(query, (name, format) -> value(name, format, range, escaping));
  }

  private Optional<String> value(String name, String format, TimeRange range, Escaping escaping) {
    return find(name)
        .map(chosen -> Format.of(chosen, format, escaping))
        .or(() -> ofGrafana(name, format, range));
  }

  private static Optional<String> ofGrafana(String name, String format, TimeRange range) {
    return switch (name) {
      case "__interval", "__interval_ms" -> Optional.of("$" + name);
      case "__from" -> Optional.of(Moment.of(range.from(), format));
      case "__to" -> Optional.of(Moment.of(range.to(), format));
      default -> Optional.empty();
    };
  }
}
