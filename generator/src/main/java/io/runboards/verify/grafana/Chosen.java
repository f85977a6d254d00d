package io.runboards.verify.grafana;

import io.runboards.dashboard.Variable;
import java.util.List;
import java.util.Optional;

/**
 * A variable and what is chosen in it.
 *
 * @param variable the variable
 * @param asked the query for its values, as the store was asked; empty if it has none
 * @param options what can be chosen, in the order of the list
 * @param picked what is chosen
 * @param problem why panels that mention it cannot show what was chosen, if so
 */
public record Chosen(
    Variable variable,
    String asked,
    List<Option> options,
    Picked picked,
    Optional<String> problem) {

  public Chosen {
    options = List.copyOf(options);
  }

  public String name() {
    return variable.name();
  }

  /** The words of a value, which are the value itself if nobody offers it. */
  String words(String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(Option::words)
        .orElse(value);
  }

  Chosen forOne(String value) {
    return new Chosen(variable, asked, options, new Picked.Repeated(value), problem);
  }

  /** Whether several values or all can be chosen: then values are read as regular expressions. */
  static boolean isRegex(Variable variable) {
    Variable.Choice choice = choice(variable);
    return choice.isMulti() || choice.hasAll();
  }

  static Variable.Choice choice(Variable variable) {
    return switch (variable) {
      case Variable.ValuesOf it -> it.choice();
      case Variable.Listed it -> it.choice();
      default -> Variable.Choice.ONE;
    };
  }
}
