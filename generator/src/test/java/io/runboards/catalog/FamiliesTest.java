package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FamiliesTest {
  private static final List<Family> FAMILIES = Catalog.standard().families();

  private static final Map<Class<?>, String> TABLES =
      Map.ofEntries(
          Map.entry(Runai.class, "runai_"),
          Map.entry(RunaiRetired.class, "runai_"),
          Map.entry(RunaiInternal.class, "runai_"),
          Map.entry(Dcgm.class, "DCGM_(FI_)?"),
          Map.entry(KubeStateMetrics.class, "kube_"),
          Map.entry(Cadvisor.class, "container_"),
          Map.entry(NodeExporter.class, "node_"),
          Map.entry(Kai.class, ""),
          Map.entry(Vllm.class, "vllm:"),
          Map.entry(Nim.class, ""),
          Map.entry(LiteLlm.class, "litellm_"),
          Map.entry(Qdrant.class, ""),
          Map.entry(PrometheusServer.class, "(prometheus_)?"),
          Map.entry(Mimir.class, "cortex_"),
          Map.entry(Blackbox.class, ""),
          Map.entry(Training.class, "training_"));

  private static Stream<Metric> metrics() {
    return FAMILIES.stream().flatMap(family -> family.metrics().stream());
  }

  private static void forEachMetric(Consumer<Metric> check) {
    metrics().forEach(check);
  }

  @Test
  void noMetricIsASummary() {
    assertThat(Catalog.standard().families())
        .flatExtracting(Family::metrics)
        .noneMatch(metric -> metric.has("quantile"));
  }

  @Test
  void everyTableIsAFamily() {
    Set<Metric> inTables = new HashSet<>();
    TABLES.keySet().forEach(table -> inTables.addAll(Constants.of(table, Metric.class)));
    assertThat(metrics()).containsExactlyInAnyOrderElementsOf(inTables);
  }

  @Test
  void everyNameIsThereOnce() {
    assertThat(metrics().flatMap(metric -> metric.series().stream()).map(Metric::name))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*"));
    assertThat(FAMILIES.stream().map(Family::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyConstantIsNamedLikeItsMetric() throws IllegalAccessException {
    for (Map.Entry<Class<?>, String> table : TABLES.entrySet()) {
      for (Field field : table.getKey().getDeclaredFields()) {
        if (field.getType() == Metric.class) {
          String name = ((Metric) field.get(null)).name();
          assertThat(field.getName()).isEqualTo(constant(name.replaceFirst(table.getValue(), "")));
        }
      }
    }
  }

  private static String constant(String name) {
    return name.replace(':', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  @Test
  void everyPrefixLeadsToItsFamilyAlone() {
    for (Family family : FAMILIES) {
      for (String prefix : family.prefixes()) {
        Set<String> owners =
            FAMILIES.stream()
                .filter(f -> f.metrics().stream().anyMatch(m -> m.name().startsWith(prefix)))
                .map(Family::id)
                .collect(Collectors.toSet());
        assertThat(owners)
            .as(prefix)
            .contains(family.id())
            .allMatch(id -> id.equals(family.id()) || prefix.equals("runai_"));
      }
    }
  }

  @Test
  void aHistogramIsEnteredByItsBaseName() {
    assertThat(metrics().map(Metric::name)).noneMatch(name -> name.endsWith("_bucket"));
  }

  @Test
  void everyMetricHasAHelpText() {
    forEachMetric(metric -> assertThat(metric.help()).as(metric.name()).isNotBlank());
  }

  @Test
  void everyNoteIsASentence() {
    forEachMetric(metric ->
        assertThat(metric.notes()).as(metric.name()).allMatch(note -> note.endsWith(".")));
  }

  @Test
  void everyIdentityConsistsOfLabelsOfTheMetric() {
    forEachMetric(metric -> {
      assertThat(metric.identities()).as(metric.name()).isNotEmpty();
      assertThat(metric.identities())
          .as(metric.name())
          .allMatch(identity -> metric.labels().containsAll(identity));
    });
  }

  @Test
  void noLabelIsThereTwice() {
    forEachMetric(metric ->
        assertThat(metric.labels().stream().map(Label::name))
            .as(metric.name())
            .doesNotHaveDuplicates());
  }

  @Test
  void everyLabelOfAMetricIsInTheListOfLabels() {
    assertThat(Labels.all()).containsAll(metrics().flatMap(m -> m.labels().stream()).toList());
  }

  @Test
  void noMetricCarriesAForbiddenLabel() {
    forEachMetric(metric ->
        assertThat(metric.labels())
            .as(metric.name())
            .noneMatch(label -> label.growth() == Label.Growth.FORBIDDEN));
  }

  @Test
  void theRangeFitsTheUnit() {
    forEachMetric(metric -> {
      ValueRange range = metric.range();
      switch (metric.unit()) {
        case PERCENT -> assertThat(range).isEqualTo(new ValueRange(0, 100));
        case RATIO, BOOLEAN -> assertThat(range).isEqualTo(new ValueRange(0, 1));
        case INFO -> assertThat(range).isEqualTo(new ValueRange(1, 1));
        default -> assertThat(range.max()).as(metric.name()).isGreaterThan(1);
      }
    });
  }

  @Test
  void theUnitFitsTheKind() {
    forEachMetric(metric -> {
      assertThat(metric.unit() == Unit.INFO).isEqualTo(metric.kind() == Kind.INFO);
      assertThat(metric.unit() == Unit.CODE).isEqualTo(metric.kind() == Kind.CODE);
    });
  }

  @Test
  void sumsAndCountsAreNeverNegative() {
    metrics()
        .flatMap(metric -> metric.series().stream())
        .filter(metric -> metric.kind() == Kind.COUNTER && metric.unit() != Unit.UNKNOWN)
        .forEach(metric -> assertThat(metric.range().min()).as(metric.name()).isZero());
  }

  @Test
  void aUnitInTheNameIsTheUnit() {
    Map<String, Unit> units =
        Map.of(
            "_bytes", Unit.BYTES,
            "_mebibytes", Unit.MEBIBYTES,
            "_cores", Unit.CORES,
            "_milliseconds", Unit.MILLISECONDS);
    for (Map.Entry<String, Unit> unit : units.entrySet()) {
      assertThat(metrics().filter(m -> m.name().endsWith(unit.getKey())))
          .filteredOn(m -> !m.name().startsWith("DCGM_"))
          .allMatch(m -> m.unit() == unit.getValue());
    }
  }

  @Test
  void everyHistoryNamesMetricsOfTheCatalogThatPointBack() {
    forEachMetric(metric -> {
      metric
          .history()
          .replacedBy()
          .map(name -> Catalog.standard().find(name).orElseThrow())
          .ifPresent(heir -> assertThat(heir.history().until()).isEmpty());
      metric
          .history()
          .replaces()
          .map(name -> Catalog.standard().find(name).orElseThrow())
          .ifPresent(old -> assertThat(old.history().replacedBy()).contains(metric.name()));
    });
  }

  @Test
  void everyRetiredMetricIsGoneFrom217On() {
    assertThat(Constants.of(RunaiRetired.class, Metric.class))
        .hasSize(13)
        .allMatch(metric -> metric.history().existsIn(ClusterVersion.V2_16))
        .noneMatch(metric -> metric.history().existsIn(ClusterVersion.V2_17));
  }

  @Test
  void aMetricThatMustBeSwitchedOnSaysSo() {
    assertThat(KubeStateMetrics.NODE_LABELS.needs()).contains("--metric-labels-allowlist");
    assertThat(KubeStateMetrics.NODE_LABELS.optional()).isTrue();
    assertThat(KubeStateMetrics.POD_INFO.optional()).isFalse();
  }
}
