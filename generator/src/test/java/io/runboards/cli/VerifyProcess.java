package io.runboards.cli;

/** The command line with the sample dashboards, as a process of its own. */
final class VerifyProcess {
  private VerifyProcess() {}

  public static void main(String[] args) {
    System.exit(Runboards.run(Content.of(SampleWorkspace.DASHBOARDS), args));
  }
}
