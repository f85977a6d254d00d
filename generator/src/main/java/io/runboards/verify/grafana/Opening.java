package io.runboards.verify.grafana;

import static java.util.stream.Collectors.joining;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.emit.grafana.VariableQuery;
import io.runboards.verify.grafana.Wishes.Pick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dashboard that is being opened: its variables get their values one after the other. */
final class Opening {
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((.+),\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\)\\s*");
  private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.+)\\)\\s*");
  private static final List<String> ALL = List.of("$__all");
  private static final int SEVERAL = 2;

  private final Wishes wishes;
  private final Values values;
  private final TimeRange range;
  private final Reader reader;

  Opening(Wishes wishes, Values values, TimeRange range, Reader reader) {
    this.wishes = wishes;
    this.values = values;
    this.range = range;
    this.reader = reader;
  }

  Choices of(Dashboard dashboard) {
    List<Variable> inOrder =
        dashboard.variables().stream().filter(it -> !(it instanceof Variable.AdHoc)).toList();
    List<Variable> waiting = new ArrayList<>(inOrder);
    List<Chosen> chosen = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Variable next = next(waiting);
      waiting.remove(next);
      chosen.add(chosen(next, new Choices(chosen, List.of())));
    }
    chosen.sort(Comparator.comparingInt(it -> inOrder.indexOf(it.variable())));
    boolean filtered = inOrder.size() < dashboard.variables().size();
    return new Choices(chosen, filtered ? wishes.filters() : List.of());
  }

  private static Variable next(List<Variable> waiting) {
    return waiting.stream()
        .filter(it -> waiting.stream().map(Variable::name).noneMatch(mentioned(it)::contains))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "these variables wait for each other: "
                    + waiting.stream().map(Variable::name).collect(joining(", "))));
  }

  private static Set<String> mentioned(Variable variable) {
    return switch (variable) {
      case Variable.ValuesOf it -> Interpolation.names(VariableQuery.of(it).text());
      case Variable.Listed it -> Interpolation.names(String.join(",", it.values()));
      default -> Set.of();
    };
  }

  private Chosen chosen(Variable variable, Choices before) {
    return switch (variable) {
      case Variable.ValuesOf it -> valuesOf(it, before);
      case Variable.Listed it -> {
        List<Option> options =
            it.values().stream()
                .map(entry -> before.inWords(entry, range))
                .map(Options::listed)
                .toList();
        yield chosen(it, "", options, Optional.empty());
      }
      case Variable.Interval it ->
          chosen(it, "", it.lengths().stream().map(Option::of).toList(), Optional.empty());
      case Variable.DataSource it -> fixed(it, reader.source());
      case Variable.TextBox it -> fixed(it, it.start());
      case Variable.Constant it -> fixed(it, it.value());
      case Variable.AdHoc it -> throw new IllegalStateException(it + " has no value");
    };
  }

  private Chosen fixed(Variable variable, String value) {
    return chosen(variable, "", List.of(Option.of(value)), Optional.empty());
  }

  private Chosen valuesOf(Variable.ValuesOf variable, Choices before) {
    VariableQuery query = VariableQuery.of(variable);
    String asked = before.inQuery(withLengths(query.text()), range, reader.escaping());
    try {
      List<Option> options =
          Options.sorted(Options.of(results(asked), query.regex()), variable.order());
      Optional<String> problem =
          options.isEmpty()
              ? Optional.of("'" + variable.name() + "' has no value: " + asked)
              : Optional.empty();
      return chosen(variable, asked, options, problem);
    } catch (NoValues e) {
      String problem =
          "'%s' has no value: %s answers: %s".formatted(variable.name(), asked, e.getMessage());
      return chosen(variable, asked, List.of(), Optional.of(problem));
    }
  }

  /** The queries of variables have no step; that of the data source stands in its place. */
  private String withLengths(String query) {
    List<Word> words = new ArrayList<>(Word.ofRange(range.length()));
    words.add(new Word("__interval", reader.scrape()));
    words.add(new Word("__interval_ms", String.valueOf(reader.samples().millis())));
    return Interpolation.of(
        query,
        (name, format) ->
            words.stream().filter(word -> word.name().equals(name)).map(Word::text).findFirst());
  }

  private List<String> results(String asked) throws NoValues {
    TimeRange seconds = range.inSeconds();
    Matcher ofLabel = LABEL_VALUES.matcher(asked);
    if (ofLabel.matches()) {
      return values.labelValues(ofLabel.group(2), ofLabel.group(1), seconds);
    }
    Matcher ofQuery = QUERY_RESULT.matcher(asked);
    if (ofQuery.matches()) {
      return values.queryResult(ofQuery.group(1), seconds.to()).stream()
          .map(labels -> Options.line(labels, seconds.to()))
          .toList();
    }
    throw new NoValues("no query of a variable");
  }

  private Chosen chosen(
      Variable variable, String asked, List<Option> options, Optional<String> problem) {
    Picked picked = picked(variable, options);
    return new Chosen(variable, asked, options, picked, problem.or(() -> spoilt(variable, picked)));
  }

  private Optional<String> spoilt(Variable variable, Picked picked) {
    boolean regex = Chosen.isRegex(variable);
    return picked instanceof Picked.AllAs
        ? Optional.empty()
        : picked.values().stream()
            .filter(value -> reader.escaping().spoils(value, regex))
            .findFirst()
            .map(value ->
                "'%s' is %s, which Grafana cannot put into a query"
                    .formatted(variable.name(), value));
  }

  private Picked picked(Variable variable, List<Option> options) {
    Variable.Choice choice = Chosen.choice(variable);
    Optional<List<String>> wish = wishes.of(variable.name());
    List<String> offered = options.stream().map(Option::value).toList();
    boolean all = wish.map(ALL::equals).orElse(options.isEmpty() || wishes.pick() == Pick.INITIAL);
    if (choice.hasAll() && all) {
      return variable instanceof Variable.ValuesOf
          ? new Picked.AllAs(VariableQuery.ANY_VALUE, offered)
          : new Picked.All(offered);
    }
    if (wish.isPresent()) {
      return wished(variable, choice, wish.get());
    }
    return choice.isMulti()
        ? new Picked.Several(
            offered.stream().limit(wishes.pick() == Pick.SEVERAL ? SEVERAL : 1).toList())
        : new Picked.One(offered.isEmpty() ? "" : offered.getFirst());
  }

  private static Picked wished(Variable variable, Variable.Choice choice, List<String> wish) {
    if (choice.isMulti()) {
      return new Picked.Several(wish);
    }
    if (wish.size() > 1) {
      throw new IllegalArgumentException(
          "'%s' takes one value, not %s".formatted(variable.name(), String.join(", ", wish)));
    }
    return new Picked.One(wish.getFirst());
  }
}
