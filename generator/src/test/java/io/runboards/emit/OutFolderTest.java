package io.runboards.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutFolderTest {
  private static final OutFile A = new OutFile("a.json", "{}\n");
  private static final OutFile B = new OutFile("docs/b.md", "B ü\n");
  private static final OutFile C = new OutFile("deep/er/c.txt", "");

  @TempDir private Path temporary;
  private Path out;

  @BeforeEach
  void nameTheFolder() {
    out = temporary.resolve("out/site");
  }

  @Test
  void createsTheFolderAndItsFilesWithAListOfThem() throws Exception {
    OutChanges changes = OutFolder.at(out).write(List.of(B, A));
    assertThat(changes)
        .isEqualTo(new OutChanges(List.of("a.json", "docs/b.md"), List.of(), List.of(), List.of()));
    assertThat(contents())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a.json",
                "{}\n",
                "docs/b.md",
                "B ü\n",
                ".runboards",
                """
                # The files that runboards wrote here, and may replace or delete.
                a.json
                docs/b.md
                """));
  }

  @Test
  void touchesOnlyWhatDiffersAndRemovesWhatIsNoneAnyMore() throws Exception {
    OutFolder.at(out).write(List.of(A, B, C));
    FileTime longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    Files.setLastModifiedTime(out.resolve("a.json"), longAgo);
    OutChanges changes =
        OutFolder.at(out)
            .write(List.of(A, new OutFile("docs/b.md", "other"), new OutFile("n", "new")));
    assertThat(changes)
        .isEqualTo(
            new OutChanges(
                List.of("n"), List.of("docs/b.md"), List.of("deep/er/c.txt"), List.of("a.json")));
    assertThat(contents()).containsOnlyKeys(".runboards", "a.json", "docs/b.md", "n");
    assertThat(contents()).containsEntry("docs/b.md", "other").containsEntry("n", "new");
    assertThat(out.resolve("deep")).as("folders that are empty now").doesNotExist();
    assertThat(Files.getLastModifiedTime(out.resolve("a.json"))).isEqualTo(longAgo);
  }

  @Test
  void aSecondRunChangesNothingAtAll() throws Exception {
    OutFolder.at(out).write(List.of(A, B));
    FileTime longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    for (String path : List.of("", "docs", "a.json", "docs/b.md", ".runboards")) {
      Files.setLastModifiedTime(out.resolve(path), longAgo);
    }
    OutChanges changes = OutFolder.at(out).write(List.of(B, A));
    assertThat(changes.isNone()).isTrue();
    assertThat(changes.unchanged()).containsExactly("a.json", "docs/b.md");
    for (String path : List.of("", "docs", "a.json", "docs/b.md", ".runboards")) {
      assertThat(Files.getLastModifiedTime(out.resolve(path))).as(path).isEqualTo(longAgo);
    }
  }

  @Test
  void comparingWritesNothing() throws Exception {
    assertThat(OutFolder.at(out).compare(List.of(A)).created()).containsExactly("a.json");
    assertThat(out).doesNotExist();
    OutFolder.at(out).write(List.of(A, B));
    Map<String, String> before = contents();
    assertThat(OutFolder.at(out).compare(List.of(new OutFile("a.json", "1"), C)))
        .isEqualTo(
            new OutChanges(
                List.of("deep/er/c.txt"), List.of("a.json"), List.of("docs/b.md"), List.of()));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aFileOfSomebodyElseIsNeitherReplacedNorDeleted() throws Exception {
    OutFolder.at(out).write(List.of(A));
    Files.createDirectory(out.resolve("docs"));
    Files.writeString(out.resolve("docs/b.md"), "mine");
    Files.writeString(out.resolve("docs/notes.md"), "mine too");
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(B, C)))
        .isInstanceOf(CannotWrite.class)
        .hasMessage(
            out.resolve("docs/b.md")
                + " is there, but runboards did not write it\n"
                + "Move it away, or write to another folder.");
    assertThat(contents())
        .as("nothing is written")
        .containsOnlyKeys(".runboards", "a.json", "docs/b.md", "docs/notes.md");
    Files.delete(out.resolve("docs/b.md"));
    OutFolder.at(out).write(List.of(B));
    OutFolder.at(out).write(List.of());
    assertThat(contents()).containsOnlyKeys(".runboards", "docs/notes.md");
  }

  @Test
  void aFileThatIsAsItShallBeBecomesOurs() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.json"), A.content());
    assertThat(OutFolder.at(out).write(List.of(A)).unchanged()).containsExactly("a.json");
    assertThat(OutFolder.at(out).write(List.of()).removed()).containsExactly("a.json");
  }

  @Test
  void aFileMayBecomeAFolder() throws Exception {
    OutFolder.at(out).write(List.of(new OutFile("x", "1")));
    OutFolder.at(out).write(List.of(new OutFile("x/y", "2")));
    assertThat(contents()).containsOnlyKeys(".runboards", "x/y");
  }

  @Test
  void whatACrashLeftIsPutRight() throws Exception {
    OutFolder.at(out).write(List.of(A));
    Files.writeString(out.resolve(".runboards.new"), "half a fi");
    Files.writeString(out.resolve(".runboards"), "a.json\ndocs/b.md\n");
    Files.createDirectory(out.resolve("docs"));
    Files.writeString(out.resolve("docs/b.md"), "of an older run");
    assertThat(OutFolder.at(out).write(List.of(A, B)).changed()).containsExactly("docs/b.md");
    assertThat(contents()).containsOnlyKeys(".runboards", "a.json", "docs/b.md");
  }

  @Test
  void aFileThatSomebodyDeletedIsCreatedAgain() throws Exception {
    OutFolder.at(out).write(List.of(A, B));
    Files.delete(out.resolve("a.json"));
    Files.delete(out.resolve("docs/b.md"));
    assertThat(OutFolder.at(out).write(List.of(A)))
        .isEqualTo(new OutChanges(List.of("a.json"), List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "../a",
        "a/../b",
        "a//b",
        "a/",
        "./a",
        "a/.git",
        ".runboards",
        "a\\b",
        "c:a",
        "a\nb"
      })
  void aPathThatMayLeaveTheFolderIsNone(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutFile(path, ""))
        .withMessage("no path of a generated file: '" + path + "'");
  }

  @Test
  void aListThatNamesOtherPlacesIsNotTrusted() throws Exception {
    Path victim = Files.writeString(temporary.resolve("out.txt"), "mine");
    OutFolder.at(out).write(List.of(A));
    Files.writeString(out.resolve(".runboards"), "# x\na.json\n../../out.txt\n");
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of()))
        .isInstanceOf(CannotWrite.class)
        .hasMessage(
            out.resolve(".runboards")
                + " cannot be trusted: line 3 names no file below it: '../../out.txt'\n"
                + "Delete the folder and generate it again.");
    assertThat(victim).hasContent("mine");
    Files.write(out.resolve(".runboards"), new byte[] {(byte) 0xff, '\n'});
    assertThatThrownBy(() -> OutFolder.at(out).compare(List.of()))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining(".runboards cannot be trusted: it is no UTF-8\n");
  }

  @Test
  void aLinkThatLeadsElsewhereIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    OutFolder.at(out).write(List.of(A));
    Files.createSymbolicLink(out.resolve("docs"), elsewhere);
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(A, B)))
        .isInstanceOf(CannotWrite.class)
        .hasMessage(
            out.resolve("docs/b.md")
                + " is not in "
                + out
                + ": a link leads elsewhere\n"
                + "Delete the link.");
    assertThat(elsewhere).isEmptyDirectory();
    Path victim = Files.writeString(elsewhere.resolve("victim"), "mine");
    Files.delete(out.resolve("a.json"));
    Files.createSymbolicLink(out.resolve("a.json"), victim);
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(A)))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining("a.json is there, but runboards did not write it");
    assertThat(victim).hasContent("mine");
  }

  @Test
  void twoFilesWithOnePathAreRefused() {
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(A, new OutFile("a.json", "other"))))
        .isInstanceOf(CannotWrite.class)
        .hasMessage("two files shall be written to a.json");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileWhereAFolderIsNeededIsReported() throws Exception {
    Files.createDirectories(out);
    Path file = Files.writeString(out.resolve("docs"), "mine");
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(B)))
        .isInstanceOf(CannotWrite.class)
        .hasMessage(
            "cannot write " + out + ": " + file + " is a file, and a folder is needed there");
    assertThat(out.resolve(".runboards")).content().doesNotContain("docs/b.md");
    assertThatThrownBy(() -> OutFolder.at(file).write(List.of(A)))
        .isInstanceOf(CannotWrite.class)
        .hasMessageStartingWith("cannot write " + file + ": ");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFolderWhereAFileIsNeededIsReported() throws Exception {
    Files.createDirectories(out.resolve("a.json"));
    assertThatThrownBy(() -> OutFolder.at(out).write(List.of(A)))
        .isInstanceOf(CannotWrite.class)
        .hasMessageStartingWith(out.resolve("a.json") + " is there");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsReported() throws Exception {
    OutFolder.at(out).write(List.of(A));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(out), "the user of these tests may write everywhere");
    try {
      assertThatThrownBy(() -> OutFolder.at(out).write(List.of(A, B)))
          .isInstanceOf(CannotWrite.class)
          .hasMessage(
              "cannot write " + out + ": " + out.resolve(".runboards.new") + ": permission denied");
      assertThat(contents()).containsOnlyKeys(".runboards", "a.json");
    } finally {
      Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> contents.put(out.relativize(file).toString(), text(file)));
    }
    return contents;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
