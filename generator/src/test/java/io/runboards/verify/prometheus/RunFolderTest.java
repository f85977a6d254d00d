package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders go with those who use them; what nobody uses is removed, and nothing else. */
class RunFolderTest {
  @TempDir private Path base;

  private Path abandoned(String name) throws IOException {
    Path folder = Files.createDirectories(base.resolve(name).resolve("data/wal")).getParent();
    Files.writeString(folder.resolve("wal/00000000"), "samples");
    Files.writeString(folder.resolveSibling("lock"), "");
    return folder.getParent();
  }

  @Test
  void aFolderIsForOneUserAndGoesWithAllThatIsInIt() throws Exception {
    Path outside = Files.writeString(base.resolve("precious"), "keep me");
    Path path;
    try (RunFolder folder = RunFolder.below(base)) {
      path = folder.path();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      Files.createDirectories(path.resolve("data/wal"));
      Files.writeString(path.resolve("data/wal/00000000"), "samples");
      Files.createSymbolicLink(path.resolve("link"), outside);
      Files.createSymbolicLink(path.resolve("up"), base);
    }
    assertThat(path).doesNotExist();
    assertThat(outside).hasContent("keep me");
  }

  @Test
  void whatNobodyUsesIsRemoved() throws Exception {
    Path abandoned = abandoned("runboards-1-123");
    try (RunFolder folder = RunFolder.below(base)) {
      assertThat(abandoned).doesNotExist();
      assertThat(folder.path()).exists();
    }
  }

  @Test
  void foldersOfThisProcessDoNotHarmEachOther() throws Exception {
    try (RunFolder first = RunFolder.below(base)) {
      try (RunFolder second = RunFolder.below(base)) {
        assertThat(second.path()).exists().isNotEqualTo(first.path());
      }
      assertThat(first.path()).exists();
    }
    assertThat(Kept.folders(base)).isEmpty();
  }

  @Test
  void whatIsNotOursStays() throws Exception {
    Path unmarked = Files.createDirectories(base.resolve("runboards-1-beginning"));
    Path otherName = abandoned("somebody-1-123");
    Path outside = abandoned("outside");
    Path link = Files.createSymbolicLink(base.resolve("runboards-1-link"), outside);
    Path file = Files.writeString(base.resolve("runboards-notes.txt"), "notes");
    Path trap = Files.createDirectories(base.resolve("runboards-1-trap"));
    Files.createSymbolicLink(trap.resolve("lock"), outside.resolve("lock"));
    RunFolder.below(base).close();
    assertThat(unmarked).exists();
    assertThat(otherName.resolve("data/wal/00000000")).exists();
    assertThat(outside.resolve("data/wal/00000000")).exists();
    assertThat(link).exists();
    assertThat(file).exists();
    assertThat(trap).exists();
  }

  @Test
  void whatIsLockedHereStays() throws Exception {
    Path used = abandoned("runboards-1-123");
    try (FileChannel channel = FileChannel.open(used.resolve("lock"), StandardOpenOption.WRITE)) {
      channel.lock();
      RunFolder.below(base).close();
      assertThat(used.resolve("data/wal/00000000")).exists();
    }
  }

  @Test
  void aFolderThatIsGoneAlreadyIsNoTrouble() throws Exception {
    RunFolder folder = RunFolder.below(base);
    folder.close();
    folder.close();
    assertThat(folder.path()).doesNotExist();
  }
}
