package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.servers.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on a leash ends with its holder, and its own end is noticed. */
class LeashTest {
  @TempDir private Path folder;

  private Leash start(String script) throws IOException {
    return Leash.start(folder, log(), List.of("/bin/sh", "-c", script, "it's", "$HOME", "a b"));
  }

  private Path log() {
    return folder.resolve("log.txt");
  }

  private void says(String text) {
    Eventually.within(
        10,
        () -> {
          try {
            assertThat(Files.readString(log())).isEqualTo(text);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().descendants().filter(Kept::runs).toList();
  }

  @Test
  void aProgramGetsItsArgumentsAsTheyAreAndNothingToRead() throws Exception {
    try (Leash leash = start("cat; echo \"$0|$1|$2\"; pwd -P; echo wrong >&2")) {
      says("it's|$HOME|a b\n%s\nwrong\n".formatted(folder.toRealPath()));
      Eventually.within(10, () -> assertThat(leash.isRunning()).isFalse());
    }
  }

  @Test
  void aProgramThatEndsLeavesNobodyWatching() throws Exception {
    List<ProcessHandle> before = children();
    try (Leash leash = start("exit 3")) {
      Eventually.within(10, () -> assertThat(leash.isRunning()).isFalse());
      Eventually.within(10, () -> assertThat(children()).isEqualTo(before));
    }
  }

  @Test
  void aProgramThatDoesNotExistEnds() throws Exception {
    try (Leash leash = Leash.start(folder, log(), List.of("/nowhere/prometheus"))) {
      Eventually.within(10, () -> assertThat(leash.isRunning()).isFalse());
      assertThat(log()).content().contains("/nowhere/prometheus").contains("not found");
    }
  }

  @Test
  void aProgramThatDoesNotWantToEndEnds() throws Exception {
    List<ProcessHandle> before = children();
    try (Leash leash = start("trap '' TERM INT HUP; echo on; while :; do sleep 0.1; done")) {
      says("on\n");
      assertThat(leash.isRunning()).isTrue();
    }
    assertThat(children()).filteredOn(it -> !isSleep(it)).isEqualTo(before);
  }

  private static boolean isSleep(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("sleep");
  }

  @Test
  void aHolderThatIsInterruptedStillEndsItsProgram() throws Exception {
    List<ProcessHandle> before = children();
    Leash leash = start("echo on; exec sleep 600");
    says("on\n");
    Thread.currentThread().interrupt();
    leash.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(children()).isEqualTo(before);
  }
}
