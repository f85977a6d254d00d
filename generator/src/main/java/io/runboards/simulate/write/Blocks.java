package io.runboards.simulate.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Makes Prometheus' blocks of files of OpenMetrics text, with promtool, two at a time.
 *
 * <p>A file is deleted when its block is there. Whoever brings more files than promtool reads is
 * made to wait, so few lie on the disk.
 */
public final class Blocks implements Consumer<Path>, AutoCloseable {
  private static final int AT_A_TIME = 2;

  private final Path promtool;
  private final Path folder;
  private final Queue<Run> running = new ArrayDeque<>();

  /** promtool, while it makes the block of a file. */
  private record Run(Process process, Path file, Path log) {
    void finish() {
      try {
        if (process.waitFor() != 0) {
          throw new NotWritten("promtool made no block: " + Files.readString(log).strip());
        }
        Files.delete(file);
        Files.delete(log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotWritten("interrupted");
      }
    }
  }

  /**
   * No blocks yet.
   *
   * @param promtool the program
   * @param folder where blocks come
   */
  public Blocks(Path promtool, Path folder) {
    this.promtool = promtool;
    this.folder = folder;
  }

  @Override
  public void accept(Path file) {
    if (running.size() == AT_A_TIME) {
      running.remove().finish();
    }
    Path log = file.resolveSibling(file.getFileName() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                promtool.toString(),
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                "--quiet",
                file.toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    try {
      running.add(new Run(builder.start(), file, log));
    } catch (IOException e) {
      throw new NotWritten(promtool + " cannot be run; --promtool names the program");
    }
  }

  /** Waits for the last blocks. */
  public void finish() {
    while (!running.isEmpty()) {
      running.remove().finish();
    }
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    for (Run run : running) {
      run.process.destroy();
    }
  }
}
