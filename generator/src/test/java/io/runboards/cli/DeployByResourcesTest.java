package io.runboards.cli;

import io.runboards.standin.Setup;
import java.io.IOException;

/** The same commands on the stand-in for a Grafana that has the resource API. */
class DeployByResourcesTest extends DeploySuite {
  @Override
  GrafanaUnderTest grafana() throws IOException {
    return GrafanaUnderTest.standIn(Setup.DOCUMENTED);
  }
}
