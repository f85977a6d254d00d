package io.runboards.cli;

/** How a command that deploys prints: for people, for programs, or for pipelines. */
enum DeployFormat {
  TEXT,
  JSON,
  JUNIT,
  GITHUB
}
