package io.runboards.cli;

import org.junit.jupiter.api.Tag;

/** The same commands on a live Grafana: {@code make e2e}. */
@Tag("live")
class LiveDeployTest extends DeploySuite {
  @Override
  GrafanaUnderTest grafana() {
    return GrafanaUnderTest.live();
  }
}
