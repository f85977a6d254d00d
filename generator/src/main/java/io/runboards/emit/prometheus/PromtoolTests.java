package io.runboards.emit.prometheus;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.runboards.emit.AlertTexts;
import io.runboards.emit.AlertTexts.AlertText;
import io.runboards.emit.YamlWriter;
import io.runboards.promql.Matcher;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Then;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Tests of rules, as promtool runs them. */
final class PromtoolTests {
  private final RuleBook book;
  private final RuleGraph graph;
  private final AlertTexts texts;

  private PromtoolTests(RuleBook book, AlertTexts texts) {
    this.book = book;
    this.graph = RuleGraph.of(book);
    this.texts = texts;
  }

  static PromtoolTests of(RuleBook book, AlertTexts texts) {
    return new PromtoolTests(book, texts);
  }

  /** An alert at a moment. */
  private record Moment(Length at, String alert) {
    static Moment of(Then then) {
      return new Moment(then.at(), then.rule().name());
    }
  }

  /** Some tests of a file, which have the same step. */
  void write(YamlWriter yaml, RuleFile file, Length step, List<RuleTest> tests) {
    List<RuleFile> files = needed(file);
    yaml.field("rule_files", files.stream().map(it -> "../rules/" + it.name() + ".yaml").toList());
    yaml.field("evaluation_interval", step.toString());
    yaml.field("group_eval_order", order(files));
    yaml.objects("tests", tests, (item, test) -> write(item, test, file));
  }

  /** Promtool evaluates groups that read after those that write. */
  private List<String> order(List<RuleFile> files) {
    List<RuleGroup> groups = files.stream().flatMap(it -> it.groups().stream()).toList();
    return graph.inOrder(groups).stream().map(RuleGroup::name).toList();
  }

  /** The file and those with rules that write what it reads. */
  private List<RuleFile> needed(RuleFile file) {
    Set<Recording> below = new HashSet<>();
    file.rules().forEach(rule -> below.addAll(graph.below(rule)));
    return book.files().stream()
        .filter(other -> other.equals(file) || other.recordings().anyMatch(below::contains))
        .toList();
  }

  private void write(YamlWriter yaml, RuleTest test, RuleFile file) {
    yaml.field("name", test.name());
    yaml.field("interval", test.step().toString());
    yaml.objects("input_series", test.given(), PromtoolTests::series);
    Collection<List<Then>> alerts =
        test.then().stream()
            .filter(then -> !(then instanceof Then.Recorded))
            .collect(groupingBy(Moment::of, LinkedHashMap::new, toList()))
            .values();
    if (!alerts.isEmpty()) {
      yaml.objects("alert_rule_test", alerts, (item, some) -> alerts(item, some, file));
    }
    List<Then.Recorded> recorded = only(Then.Recorded.class, test.then());
    if (!recorded.isEmpty()) {
      yaml.objects("promql_expr_test", recorded, PromtoolTests::recorded);
    }
  }

  private static <T extends Then> List<T> only(Class<T> kind, List<Then> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static void series(YamlWriter yaml, Given given) {
    yaml.field("series", series(given.metric().name(), given.labels()));
    yaml.field("values", given.values());
  }

  private static String series(String name, List<LabelValue> labels) {
    return labels.isEmpty()
        ? name
        : labels.stream()
            .map(it -> Matcher.of(it.label(), Matcher.Op.EQUAL, it.value()).toString())
            .collect(joining(", ", name + "{", "}"));
  }

  /** What is so for one alert at one moment. */
  private void alerts(YamlWriter yaml, List<Then> some, RuleFile file) {
    Then first = some.getFirst();
    yaml.field("eval_time", first.at().toString());
    yaml.field("alertname", first.rule().name());
    yaml.objects(
        "exp_alerts", only(Then.Fires.class, some), (item, fires) -> fires(item, fires, file));
  }

  private void fires(YamlWriter yaml, Then.Fires fires, RuleFile file) {
    Alert alert =
        file.alerts()
            .filter(it -> it.name().equals(fires.alert().name()))
            .findFirst()
            .orElse(fires.alert());
    RuleFields.labels(yaml, "exp_labels", joined(fires.labels(), alert.labels()));
    List<AlertText> filledIn =
        texts.of(alert).stream().map(text -> text.filledIn(fires.labels(), fires.value())).toList();
    RuleFields.texts(yaml, "exp_annotations", filledIn);
  }

  private static void recorded(YamlWriter yaml, Then.Recorded recorded) {
    List<LabelValue> labels = joined(recorded.labels(), recorded.recording().labels());
    String series = series(recorded.recording().name(), labels);
    yaml.field("expr", series);
    yaml.field("eval_time", recorded.at().toString());
    yaml.objects(
        "exp_samples",
        List.of(recorded),
        (sample, it) -> {
          sample.field("labels", series);
          sample.field("value", it.value());
        });
  }

  /** The labels of a series and those that a rule adds, which take the place of the same ones. */
  private static List<LabelValue> joined(List<LabelValue> labels, List<LabelValue> added) {
    List<LabelValue> all = new ArrayList<>(labels);
    all.removeIf(label -> added.stream().anyMatch(it -> it.label().equals(label.label())));
    all.addAll(added);
    return all;
  }
}
