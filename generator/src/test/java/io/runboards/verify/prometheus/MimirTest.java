package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.servers.RunningMimir;
import io.runboards.verify.prometheus.Result.Curves;
import io.runboards.verify.prometheus.Result.Refused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Mimir is asked and filled in the same way, tenant by tenant. */
class MimirTest {
  private static final LabelSet UP = LabelSet.of(Map.of("__name__", "up", "job", "node"));

  @TempDir private Path folder;

  private static Http to(URI url) {
    return Http.to(Server.at(url, new Credentials.None()));
  }

  @Test
  void aTenantGetsBackWhatItSent() throws Exception {
    Instant start = Instant.now().minusSeconds(600);
    byte[] batch = new Batch().with(UP, start.toEpochMilli(), 15_000, 40, time -> 1).packed();
    try (RunningMimir mimir = RunningMimir.start(folder);
        Http write = to(mimir.server().url());
        Http read = to(URI.create(mimir.server().url() + "/prometheus"))) {
      Headers tenant = Headers.ofTenant("team-a");
      new RemoteWrite(write, RemoteWrite.MIMIR, tenant, Duration.ofMinutes(1)).send(batch);
      PrometheusApi api = new PrometheusApi(read, tenant);
      Instant end = start.plusSeconds(585);
      Curves curves = (Curves) api.range("up", start, end, Duration.ofSeconds(15));
      assertThat(curves.curves()).hasSize(1);
      assertThat(curves.curves().getFirst().labels()).isEqualTo(UP);
      assertThat(curves.curves().getFirst().values()).hasSize(40).containsOnly(1);
      assertThat(api.query("up +", end)).isInstanceOf(Refused.class);
      assertThat(api.metrics(start, end)).containsExactly("up");
      assertThat(api.labelValues("job", List.of("up"), start, end)).containsExactly("node");
      assertThat(api.series(List.of("up"), start, end)).containsExactly(UP);
      assertThat(api.rules()).isEmpty();
      assertThat(api.buildInfo().name()).isEqualTo("Grafana Mimir");
      assertThat(new PrometheusApi(read, Headers.ofTenant("team-b")).metrics(start, end)).isEmpty();
      assertThatThrownBy(() -> new PrometheusApi(read, Headers.NONE).query("up", end))
          .isInstanceOf(NoAnswer.class)
          .hasMessage("/api/v1/query: status 401: no org id");
      assertThat(curves.effort()).as("Mimir does not tell").isEmpty();
    }
  }
}
