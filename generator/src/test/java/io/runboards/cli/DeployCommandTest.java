package io.runboards.cli;

import io.runboards.standin.Setup;
import java.io.IOException;

/** Whole commands that deploy to the stand-in. */
class DeployCommandTest extends DeploySuite {
  @Override
  GrafanaUnderTest grafana() throws IOException {
    return GrafanaUnderTest.standIn(Setup.OBSERVED);
  }
}
