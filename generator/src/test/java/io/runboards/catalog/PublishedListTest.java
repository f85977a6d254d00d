package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.MetricChange.AlsoInApi;
import io.runboards.catalog.MetricChange.LabelsChanged;
import io.runboards.catalog.MetricChange.Removed;
import io.runboards.catalog.MetricChange.Renamed;
import io.runboards.catalog.MetricChange.UnitChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedListTest {
  private static final PublishedList PUBLISHED = PublishedList.read();
  private static final List<Metric> RUNAI =
      Catalog.standard().familyOf("runai_").orElseThrow().metrics();

  @Test
  void everyPublishedMetricAgreesWithThePublishedList() {
    assertThat(PUBLISHED.metrics()).hasSize(44);
    assertThat(
            RUNAI.stream()
                .map(metric ->
                    new PublishedList.Row(
                        metric.name(),
                        metric.labels().stream().map(Label::name).toList(),
                        metric.measurement(),
                        metric.help(),
                        metric.api())))
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.metrics());
  }

  @Test
  void theChangesTo217AreThoseOfThePublishedTable() {
    List<MetricChange> changes =
        Catalog.standard().changes(ClusterVersion.V2_16, ClusterVersion.V2_17);
    assertThat(PUBLISHED.changes()).hasSize(27);
    assertThat(changes.stream().map(PublishedListTest::asPublished))
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.changes());
    assertThat(changes).extracting(MetricChange::name).isSorted();
  }

  private static PublishedList.Change asPublished(MetricChange change) {
    return new PublishedList.Change(
        change.name(),
        first(change, Renamed.class).map(Renamed::newName),
        first(change, Removed.class).isPresent(),
        first(change, LabelsChanged.class).isPresent(),
        first(change, UnitChanged.class).isPresent(),
        first(change, AlsoInApi.class).map(AlsoInApi::api));
  }

  private static <T> Optional<T> first(MetricChange change, Class<T> kind) {
    return change.changes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  @Test
  void everyTermOfTheGlossaryIsALabelWithItsText() {
    assertThat(PUBLISHED.glossary()).hasSize(21);
    for (PublishedList.Term term : PUBLISHED.glossary()) {
      assertThat(Labels.all())
          .as(term.label())
          .anyMatch(label ->
              label.name().equals(term.label()) && label.help().startsWith(term.description()));
    }
  }
}
