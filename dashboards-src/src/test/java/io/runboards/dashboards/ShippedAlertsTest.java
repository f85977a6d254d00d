package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.dashboard.Installation;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert that was shipped once is known for good: somebody's Grafana may still hold it. */
class ShippedAlertsTest {
  private static final Path LIST =
      Path.of(
              Optional.ofNullable(System.getProperty("runboards.root"))
                  .orElseThrow(() -> new IllegalStateException("set -Drunboards.root")))
          .resolve("dashboards-src/src/test/resources/shipped-alerts.txt");

  private static final String HEAD =
      "# The names of all alerts that were ever shipped. 'make golden' adds new ones; none goes.\n";

  private static final List<RuleFile> FILES =
      AllRules.RULES.stream().map(source -> source.define(Installation.NEWEST)).toList();

  private static SortedSet<String> shipped() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> alive() {
    return FILES.stream().flatMap(RuleFile::alerts).map(Alert::name);
  }

  private static Stream<String> retired() {
    return FILES.stream().flatMap(file -> file.retired().stream());
  }

  @Test
  void everyAlertIsListed() throws Exception {
    SortedSet<String> all = shipped();
    alive().forEach(all::add);
    String text = HEAD + all.stream().map(name -> name + "\n").collect(Collectors.joining());
    if (Boolean.getBoolean("runboards.rewrite")) {
      Files.writeString(LIST, text);
    }
    assertThat(LIST).as("run 'make golden'").hasContent(text);
  }

  @Test
  void noneIsGoneWithoutBeingRetired() throws Exception {
    assertThat(shipped())
        .allSatisfy(name ->
            assertThat(Stream.concat(alive(), retired()))
                .as("%s was shipped: add .retired(\"%s\") to the rule file that had it", name, name)
                .contains(name));
  }

  @Test
  void noneIsRetiredAndAlive() {
    List<String> retired = retired().toList();
    assertThat(alive()).noneMatch(retired::contains);
  }

  @Test
  void whatIsRetiredWasShipped() throws Exception {
    assertThat(shipped()).containsAll(retired().toList());
  }
}
