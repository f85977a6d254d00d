package io.runboards.verify.prometheus;

import java.nio.file.Path;

/** A process of its own that keeps a Prometheus until somebody ends it. */
public final class Keeper {
  private Keeper() {}

  /** The program to run, and the folder in which it gets one of its own. */
  public static void main(String[] args) throws Exception {
    Setup setup = Setup.idle(Path.of(args[0])).below(Path.of(args[1]));
    try (LocalPrometheus prometheus = LocalPrometheus.start(setup)) {
      System.out.println(prometheus.url().getPort());
      Thread.sleep(600_000);
    }
  }
}
