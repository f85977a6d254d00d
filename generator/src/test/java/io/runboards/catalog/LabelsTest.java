package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelsTest {

  /** Labels whose names alone would mislead, or would be those of two constants. */
  private static final Map<String, String> NAMED_OTHERWISE =
      Map.ofEntries(
          Map.entry("GPU_MODEL", "modelName"),
          Map.entry("TENANT", "user"),
          Map.entry("TENANT_ID", "__tenant_id__"),
          Map.entry("REPLICA", "pod"),
          Map.entry("OLD_HOSTNAME", "Hostname"),
          Map.entry("DRIVER_VERSION", "DCGM_FI_DRIVER_VERSION"),
          Map.entry("CONDITION_STATUS", "status"),
          Map.entry("RESPONSE_STATUS", "status"),
          Map.entry("COLLECTION_ID", "id"),
          Map.entry("NODE_POOL_LABEL", "label_runai_node_pool"),
          Map.entry("TENANT_ID", "__tenant_id__"));

  @Test
  void everyConstantIsNamedLikeItsLabel() throws IllegalAccessException {
    for (Field field : Labels.class.getDeclaredFields()) {
      String name = ((Label) field.get(null)).name();
      String snake = name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
      String expected = NAMED_OTHERWISE.getOrDefault(field.getName(), name);
      assertThat(name).isEqualTo(expected);
      if (!NAMED_OTHERWISE.containsKey(field.getName())) {
        assertThat(field.getName()).isEqualTo(snake);
      }
    }
  }

  @Test
  void labelsThatShareANameSayWhatTheyMean() {
    Map<String, List<String>> helps =
        Labels.all().stream()
            .collect(
                Collectors.groupingBy(
                    Label::name, Collectors.mapping(Label::help, Collectors.toList())));
    assertThat(helps.values()).allSatisfy(texts -> assertThat(texts).doesNotHaveDuplicates());
    assertThat(helps.get("user")).hasSize(2);
    assertThat(helps.get("pod")).hasSize(2);
  }

  @Test
  void everyLabelHasAHelpText() {
    assertThat(Labels.all()).allSatisfy(label -> assertThat(label.help()).isNotBlank());
  }

  @Test
  void whatIsMadeForEachWorkloadOrPodHasNoEnd() {
    assertThat(
            List.of(
                Labels.WORKLOAD_ID,
                Labels.WORKLOAD_NAME,
                Labels.JOB_UUID,
                Labels.JOB_NAME,
                Labels.POD_NAME,
                Labels.POD_UUID,
                Labels.POD,
                Labels.UID,
                Labels.CONTAINER,
                Labels.USER,
                Labels.RUN))
        .allMatch(label -> label.growth() == Label.Growth.UNBOUNDED);
    assertThat(List.of(Labels.NODE, Labels.GPU, Labels.PROJECT, Labels.TENANT))
        .allMatch(label -> label.growth() == Label.Growth.BOUNDED);
  }

  @Test
  void identifiersOfPersonsRequestsSessionsAndTracesAreForbidden() {
    assertThat(Labels.all())
        .filteredOn(label -> label.growth() == Label.Growth.FORBIDDEN)
        .extracting(Label::name)
        .containsExactly("request_id", "session_id", "trace_id", "user_id");
  }

  @Test
  void labelsThatNamePersonsAreMarked() {
    assertThat(Labels.all())
        .filteredOn(Label::person)
        .extracting(Label::name)
        .containsExactly(
            "api_key_alias", "client_ip", "end_user", "hashed_api_key", "user", "user_email");
  }
}
