package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          no place, 5 $ a GPU                    → no place, 5 $ a GPU
          {{$labels.node}} is hot                → {{ $labels.node }} is hot
          {{ $value }}                           → {{ $values.A.Value }}
          {{ $value | humanizePercentage }} used → {{ with $values.A }}{{ .Value | humanizePercentage }}{{ end }} used
          {{ humanizeDuration $value }}          → {{ with $values.A }}{{ .Value | humanizeDuration }}{{ end }}
          {{ printf "%.1f" $value }} GPUs        → {{ with $values.A }}{{ .Value | printf "%.1f" }}{{ end }} GPUs
          {{ $labels.a | toUpper | urlquery }}   → {{ with $labels.a }}{{ . | toUpper | urlquery }}{{ end }}
          {{ $externalLabels.region }}           → {{ $labels.region }}
          {{ $externalURL | urlquery }}          → {{ externalURL | urlquery }}
          {{ no template                         → {{ no template
          """)
  void placesAreWrittenInGrafanasWords(String prometheus, String grafana) {
    assertThat(AlertText.of(prometheus)).isEqualTo(grafana);
  }
}
