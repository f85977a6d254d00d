package io.runboards.verify.prometheus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that cannot outlive this process, even if that is killed.
 *
 * <p>A shell starts the program and watches a pipe, whose other end is here. When the pipe closes,
 * on purpose or because this process is gone, the shell kills the program. When the program ends by
 * itself, the shell ends too. What a terminal sends to all its processes, such as Ctrl-C, does not
 * take the shell from its post.
 */
final class Leash implements AutoCloseable {
  private static final String WATCH =
      """
      trap '' HUP INT QUIT TERM
      exec 3<&0 </dev/null
      "$@" 3<&- &
      program=$!
      (
        while read -r ignored <&3; do :; done
        kill -KILL "$program"
      ) >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait "$program"
      ended=$?
      {
        kill -KILL "$watcher"
        wait "$watcher"
      } 2>/dev/null
      exit "$ended"
      """;
  private static final long SECONDS_TO_END = 3;

  private final Process shell;

  private Leash(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a program.
   *
   * @param log where its output goes
   */
  static Leash start(Path folder, Path log, List<String> command) throws IOException {
    List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "runboards"));
    watched.addAll(command);
    return new Leash(
        new ProcessBuilder(watched)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
  }

  boolean isRunning() {
    return shell.isAlive();
  }

  /** Ends the program at once: what it has not written to disk is not needed. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(shell.toHandle()), shell.descendants()).toList();
    try {
      shell.getOutputStream().close();
      shell.onExit().orTimeout(SECONDS_TO_END, TimeUnit.SECONDS).join();
    } catch (IOException | CompletionException e) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
