package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.build.External;
import io.runboards.build.Repository;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.site.Federation;
import io.runboards.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A threshold or a time that is twice or half as large makes a test of its alert fail. */
class AlertMutantsTest {
  private static final int SAMPLE = 40;
  private static final Path WITHOUT =
      Repository.ROOT.resolve("dashboards-src/src/test/resources/alerts-without-mutants.txt");

  private static final RuleBook BOOK =
      new RuleBook(
          AllRules.RULES.stream().map(source -> source.define(Installation.NEWEST)).toList());
  private static final RuleGraph GRAPH = RuleGraph.of(BOOK);

  @TempDir private Path folder;

  private static List<AlertMutants> mutants() {
    return BOOK.alerts().flatMap(alert -> AlertMutants.of(alert).stream()).toList();
  }

  @Test
  void aSampleOfMutantsIsFound() throws Exception {
    List<AlertMutants> shuffled = new ArrayList<>(mutants());
    Collections.shuffle(shuffled, new Random(7));
    assertThat(survivors(shuffled.subList(0, Math.min(SAMPLE, shuffled.size())))).isEmpty();
  }

  @Test
  @Tag("long")
  void allMutantsAreFound() throws Exception {
    assertThat(survivors(mutants())).isEmpty();
  }

  /** Alerts that have no number to change, each with its reason. */
  @Test
  void alertsWithoutMutantsAreListed() throws Exception {
    List<String> listed =
        Files.readAllLines(WITHOUT).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst(":.*", ""))
            .toList();
    assertThat(BOOK.alerts().filter(alert -> AlertMutants.of(alert).isEmpty()).map(Alert::name))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  private List<String> survivors(List<AlertMutants> mutants) throws Exception {
    Path promtool = External.server("promtool");
    List<String> survivors = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<String>> runs = new ArrayList<>();
      for (int i = 0; i < mutants.size(); i++) {
        AlertMutants mutant = mutants.get(i);
        Path at = folder.resolve(Integer.toString(i));
        runs.add(() -> survives(mutant, at, promtool) ? name(mutant) : "");
      }
      for (Future<String> run : two.invokeAll(runs)) {
        if (!run.get().isEmpty()) {
          survivors.add(run.get());
        }
      }
    }
    return survivors;
  }

  private static String name(AlertMutants mutant) {
    return mutant.alert().name() + " " + mutant.what();
  }

  private static boolean survives(AlertMutants mutant, Path at, Path promtool) throws Exception {
    OutFolder.at(at).write(files(mutant));
    List<String> command = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
    try (Stream<Path> tests = Files.list(at.resolve("prometheus/tests"))) {
      tests.map(Path::toString).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(at.resolve("log").toFile())
            .start();
    boolean survived = process.waitFor() == 0;
    assertThat(Files.readString(at.resolve("log")))
        .as(name(mutant))
        .contains(survived ? "SUCCESS" : "FAILED");
    return survived;
  }

  /** The rule in question with the rules that it reads, and the tests that are about it. */
  private static List<OutFile> files(AlertMutants mutant) {
    Alert alert = BOOK.alert(mutant.alert().name()).orElseThrow();
    Set<Rule> needed = new HashSet<>(GRAPH.below(alert));
    needed.add(alert);
    List<RuleFile> files =
        BOOK.files().stream()
            .map(file -> only(file, needed, mutant.alert()))
            .filter(file -> !file.groups().isEmpty())
            .toList();
    Site usual = Site.usual("mutant");
    Site site =
        usual.with(List.of(), List.of(new Federation("all", "one", List.of("one", "two"))));
    Workspace workspace =
        Workspace.of(
            List.of(), new RuleBook(files), World.standard(), Installation.NEWEST.version());
    return PrometheusFiles.of(site, workspace);
  }

  private static RuleFile only(RuleFile file, Set<Rule> needed, Alert mutant) {
    List<RuleGroup> groups =
        file.groups().stream()
            .map(group ->
                new RuleGroup(
                    group.name(),
                    group.rules().stream()
                        .filter(needed::contains)
                        .map(rule -> rule.name().equals(mutant.name()) ? mutant : rule)
                        .toList(),
                    group.every(),
                    group.delay(),
                    group.most(),
                    group.origin()))
            .filter(group -> !group.rules().isEmpty())
            .toList();
    List<RuleTest> tests = file.tests().stream().flatMap(test -> about(test, mutant)).toList();
    return new RuleFile(
        file.name(), file.title(), file.team(), file.audience(), groups, tests, file.origin());
  }

  private static Stream<RuleTest> about(RuleTest test, Alert mutant) {
    var then = test.then().stream().filter(it -> it.rule().name().equals(mutant.name())).toList();
    return then.isEmpty()
        ? Stream.empty()
        : Stream.of(new RuleTest(test.name(), test.step(), test.given(), then, test.origin()));
  }
}
