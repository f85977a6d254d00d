package io.runboards.dashboards.faults;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.dashboards.faults.Found.Means;
import io.runboards.emit.CannotWrite;
import io.runboards.emit.OutFolder;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.flow.World;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleTest;
import io.runboards.site.Federation;
import io.runboards.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the tests of rules: those of a wrong rule, and those of all rules that read what it writes.
 *
 * @param book the rules without mistakes
 * @param graph which of them read what others write
 * @param promtool the program that runs the tests
 */
record ByRuleTests(RuleBook book, RuleGraph graph, Path promtool) {
  private static final Site SITE =
      Site.usual("faults")
          .with(List.of(), List.of(new Federation("all", "one", List.of("one", "two"))));

  private static final Pattern VERDICT = Pattern.compile("(?m)^  (?:SUCCESS|FAILED:)$");

  static ByRuleTests of(RuleBook book, Path promtool) {
    return new ByRuleTests(book, RuleGraph.of(book), promtool);
  }

  /** Tries many at once, since starting a program takes longer than most tests. */
  Map<Fault, Found> found(List<Fault.OfRule> faults, Path folder)
      throws IOException, InterruptedException {
    int half = faults.size() / 2;
    List<Callable<Map<Fault, Found>>> halves =
        List.of(
            () -> ofSome(faults.subList(0, half), folder.resolve("first")),
            () -> ofSome(faults.subList(half, faults.size()), folder.resolve("second")));
    Map<Fault, Found> found = new HashMap<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (Future<Map<Fault, Found>> some : two.invokeAll(halves)) {
        found.putAll(some.get());
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return found;
  }

  private Map<Fault, Found> ofSome(List<Fault.OfRule> faults, Path folder)
      throws CannotWrite, IOException, InterruptedException {
    Map<Path, Fault.OfRule> byTest = new LinkedHashMap<>();
    for (int i = 0; i < faults.size(); i++) {
      for (Path test : written(faults.get(i), folder.resolve(Integer.toString(i)))) {
        byTest.put(test, faults.get(i));
      }
    }
    return byTest.isEmpty() ? Map.of() : failures(byTest, folder.resolve("log"));
  }

  private List<Path> written(Fault.OfRule fault, Path at) throws CannotWrite, IOException {
    Workspace workspace =
        Workspace.of(List.of(), concerned(fault), World.standard(), Installation.NEWEST.version());
    OutFolder.at(at).write(PrometheusFiles.of(SITE, workspace));
    Path tests = at.resolve("prometheus/tests");
    if (Files.notExists(tests)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(tests)) {
      return files.sorted().toList();
    }
  }

  /** The rule and those that read it, with the rules that they read. */
  private RuleBook concerned(Fault.OfRule fault) {
    Rule wrong = fault.before();
    Set<Rule> readers = withReaders(wrong);
    Set<Rule> needed = new HashSet<>(readers);
    if (fault.after().isEmpty()) {
      needed.addAll(neighbours(wrong));
    }
    Set.copyOf(needed).forEach(rule -> needed.addAll(graph.below(rule)));
    List<RuleFile> files = new ArrayList<>();
    for (RuleFile file : book.files()) {
      files.add(file.tests(file.tests().stream().flatMap(test -> about(test, readers)).toList()));
    }
    return Written.rules(
        new RuleBook(files),
        rule ->
            isSame(rule, wrong)
                ? fault.after().stream()
                : Stream.of(rule).filter(needed::contains));
  }

  private Set<Rule> withReaders(Rule wrong) {
    return book.rules()
        .filter(rule -> rule == wrong || graph.below(rule).contains(wrong))
        .collect(Collectors.toSet());
  }

  /** The rules of the same file: without any, it would not be written, nor its tests. */
  private List<Rule> neighbours(Rule rule) {
    return book.files().stream()
        .filter(file -> file.rules().anyMatch(it -> it == rule))
        .flatMap(RuleFile::rules)
        .toList();
  }

  private static Stream<RuleTest> about(RuleTest test, Set<Rule> rules) {
    var then =
        test.then().stream()
            .filter(it -> rules.stream().anyMatch(rule -> isSame(rule, it.rule())))
            .toList();
    return then.isEmpty()
        ? Stream.empty()
        : Stream.of(new RuleTest(test.name(), test.step(), test.given(), then, test.origin()));
  }

  /** Several rules may write one metric, each with a label of its own. */
  private static boolean isSame(Rule one, Rule other) {
    return one.name().equals(other.name())
        && (!(one instanceof Recording) || one.labels().equals(other.labels()));
  }

  /** Promtool says of one file after the other whether its tests succeed. */
  private Map<Fault, Found> failures(Map<Path, Fault.OfRule> byTest, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
    byTest.keySet().stream().map(Path::toString).forEach(command::add);
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
    List<String> verdicts = verdicts(Files.readString(log));
    Map<Fault, Found> found = new HashMap<>();
    int next = 0;
    for (Fault.OfRule fault : byTest.values()) {
      String verdict = verdicts.get(next++);
      if (!verdict.isEmpty()) {
        boolean named =
            withReaders(fault.before()).stream().anyMatch(it -> verdict.contains(it.name()));
        found.putIfAbsent(fault, new Found(Means.RULE_TESTS, verdict, named));
      }
    }
    return found;
  }

  /** What is said about each file; nothing if its tests succeed. */
  private static List<String> verdicts(String log) {
    return VERDICT
        .splitAsStream(log)
        .skip(1)
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .toList();
  }
}
