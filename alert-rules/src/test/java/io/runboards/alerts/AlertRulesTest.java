package io.runboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleSource;
import io.runboards.rules.Runbook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of this module as a whole. */
class AlertRulesTest {
  private static final Length TWO_MINUTES = Length.of("2m");

  static Stream<Installation> installations() {
    return Stream.of(
        Installation.NEWEST,
        new Installation(ClusterVersion.V2_16, Spelling.USUAL),
        new Installation(ClusterVersion.V2_17, new Spelling("1", "yes", "inference")));
  }

  private static RuleBook book(Installation at) {
    return new RuleBook(AllRules.RULES.stream().map(source -> source.define(at)).toList());
  }

  @ParameterizedTest
  @MethodSource("installations")
  void everySourceDefinesTheSameRulesEachTime(Installation at) {
    assertThat(AllRules.RULES)
        .allSatisfy(source -> {
          assertThat(source.define(at).rules()).isNotEmpty();
          assertThat(source.define(at)).isEqualTo(source.define(at));
        });
  }

  @Test
  void everyClassThatDefinesRulesIsRegistered() throws Exception {
    assertThat(AllRules.RULES.stream().map(Object::getClass).toList())
        .doesNotHaveDuplicates()
        .hasSameElementsAs(sources());
  }

  /** The classes beside {@link AllRules} that define rules. */
  private static List<Class<?>> sources() throws IOException, URISyntaxException {
    Class<?> all = AllRules.class;
    Path here =
        Path.of(all.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(all.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(here)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.equals("package-info.class"))
          .map(name -> all.getPackageName() + "." + name.replace(".class", ""))
          .<Class<?>>map(AlertRulesTest::load)
          .filter(RuleSource.class::isAssignableFrom)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("installations")
  void filesGroupsAndAlertsHaveNamesOfTheirOwn(Installation at) {
    RuleBook book = book(at);
    assertThat(book.files()).extracting(RuleFile::name).doesNotHaveDuplicates();
    assertThat(book.files())
        .flatExtracting(RuleFile::groups)
        .extracting(RuleGroup::name)
        .doesNotHaveDuplicates();
    assertThat(book.alerts()).extracting(Alert::name).doesNotHaveDuplicates();
  }

  @Test
  void whatDashboardsReadKeepsItsName() {
    assertThat(
            Stream.of(
                    Usage.GPU_ALLOCATED,
                    Usage.GPU_CAPACITY,
                    Usage.GPU_ALLOCATION,
                    Usage.GPU_UTILIZATION,
                    Usage.GPU_HOURS,
                    Usage.GPU_WASTED_HOURS,
                    Usage.PROJECT_GPU_ALLOCATED,
                    Usage.PROJECT_GPU_WASTED,
                    GpuUse.UTILIZATION,
                    GpuUse.ALLOCATED)
                .map(Recording::name))
        .containsExactly(
            "cluster:runai_gpu_allocated:sum",
            "cluster:runai_gpu_capacity:sum",
            "cluster:runai_gpu_allocation:ratio",
            "cluster:runai_gpu_utilization:avg",
            "project:runai_gpu_hours:sum1h",
            "project:runai_gpu_wasted_hours:sum1h",
            "project:runai_gpu_allocated:sum",
            "project:runai_gpu_wasted:sum",
            "gpu:runai_gpu_utilization:avg10m",
            "gpu:runai_gpu_allocated:max");
  }

  @Test
  void alertsAboutGpusWaitForTwoMinutes() {
    assertThat(
            Stream.of(new GpuHardware(), new GpuUse())
                .flatMap(source -> source.define(Installation.NEWEST).alerts()))
        .isNotEmpty()
        .allSatisfy(alert ->
            assertThat(alert.hold().before()).as(alert.name()).isGreaterThanOrEqualTo(TWO_MINUTES));
  }

  @ParameterizedTest
  @MethodSource("installations")
  void everyAlertSaysWhatToDo(Installation at) {
    assertThat(book(at).alerts())
        .allSatisfy(alert -> {
          Runbook runbook = alert.runbook();
          assertThat(alert.text().summary()).as(alert.name()).isNotBlank().doesNotContain("\n");
          assertThat(alert.text().description()).as(alert.name()).endsWith(".");
          assertThat(alert.lookAt()).as(alert.name()).isNotEmpty();
          assertThat(alert.team()).as(alert.name()).isNotBlank();
          assertThat(runbook.missing()).as(alert.name()).isEmpty();
          assertThat(runbook.steps()).as(alert.name()).hasSizeBetween(3, 6);
        });
  }

  @ParameterizedTest
  @MethodSource("installations")
  void everyRuleIsTested(Installation at) {
    assertThat(book(at).files())
        .allSatisfy(file -> {
          List<String> tested =
              file.tests().stream()
                  .flatMap(test -> test.then().stream())
                  .map(then -> then.rule().name())
                  .toList();
          assertThat(tested).containsAll(file.rules().map(Rule::name).toList());
        });
  }
}
