package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.servers.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends the process that keeps a Prometheus, nothing stays behind. */
class KilledTest {
  private static final Path PROGRAM = External.server("prometheus");

  @TempDir private Path base;

  @Test
  void askedToEndItTakesItsFolderAlong() throws Exception {
    try (Kept kept = Kept.start(PROGRAM, base)) {
      assertThat(Kept.folders(base)).hasSize(1);
      kept.process().toHandle().destroy();
      kept.isGone();
      assertThat(Kept.folders(base)).isEmpty();
    }
  }

  @Test
  void killedItLeavesOnlyAFolderWhichTheNextOneRemoves() throws Exception {
    try (Kept kept = Kept.start(PROGRAM, base)) {
      kept.process().destroyForcibly();
      kept.isGone();
    }
    List<Path> left = Kept.folders(base);
    assertThat(left).hasSize(1);
    try (Kept next = Kept.start(PROGRAM, base)) {
      assertThat(Kept.folders(base)).hasSize(1).doesNotContainAnyElementsOf(left);
      next.process().toHandle().destroy();
      next.isGone();
    }
    assertThat(Kept.folders(base)).isEmpty();
  }

  /** Prometheus only reads its configuration again, so somebody must still be there to end it. */
  @Test
  void aTerminalThatClosesTakesNobodyFromHisPost() throws Exception {
    try (Kept kept = Kept.start(PROGRAM, base)) {
      List<String> hangUp = new ArrayList<>(List.of("kill", "-HUP"));
      kept.children().forEach(it -> hangUp.add("" + it.pid()));
      assertThat(new ProcessBuilder(hangUp).start().waitFor()).isZero();
      kept.process().destroyForcibly();
      kept.isGone();
    }
  }

  @Test
  void killedWhileItStartsItLeavesNoProcess() throws Exception {
    Process process = Kept.begin(PROGRAM, base);
    try {
      Eventually.within(30, () -> assertThat(process.descendants()).isNotEmpty());
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly();
      Eventually.within(5, () -> assertThat(children).noneMatch(Kept::runs));
    } finally {
      process.destroyForcibly();
    }
    Eventually.within(5, () -> assertThat(ofThis(base)).isEmpty());
  }

  /** All processes that were started with something in a folder. */
  private static List<ProcessHandle> ofThis(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").contains("=" + folder))
        .filter(Kept::runs)
        .toList();
  }

  @Test
  void theFolderOfOneThatLivesIsNotRemoved() throws Exception {
    try (Kept first = Kept.start(PROGRAM, base);
        Kept second = Kept.start(PROGRAM, base)) {
      assertThat(first.port()).isNotEqualTo(second.port());
      assertThat(Kept.folders(base)).hasSize(2).allMatch(it -> Files.exists(it.resolve("data")));
      first.process().destroyForcibly();
      first.isGone();
      assertThat(second.answers()).isTrue();
      second.process().toHandle().destroy();
      second.isGone();
      assertThat(Kept.folders(base)).hasSize(1);
    }
  }
}
