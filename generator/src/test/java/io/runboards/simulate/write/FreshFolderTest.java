package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFolderTest {
  @TempDir private Path temporary;

  @Test
  void filesComeAllAtOnce() throws IOException {
    Path folder = temporary.resolve("new/folder");
    try (FreshFolder fresh = FreshFolder.at(folder)) {
      Files.writeString(fresh.files().resolve("a"), "1");
      Files.writeString(fresh.files().resolve("b"), "2");
      Files.writeString(fresh.scratch().resolve("c"), "3");
      assertThat(folder.resolve("a")).doesNotExist();
      assertThat(fresh.finish()).isEqualTo(2);
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder.resolve("a"), folder.resolve("b"));
    }
  }

  @Test
  void withoutAnEndTheFolderStaysEmpty() throws IOException {
    try (FreshFolder fresh = FreshFolder.at(temporary)) {
      Files.writeString(fresh.files().resolve("a"), "1");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatARunLeftThatWasKilledIsNotInTheWay() throws IOException {
    Files.writeString(FreshFolder.at(temporary).files().resolve("old"), "1");
    try (FreshFolder fresh = FreshFolder.at(temporary)) {
      assertThat(fresh.files()).isEmptyDirectory();
    }
  }

  @Test
  void filesOfOthersAreNotTouched() throws IOException {
    Files.writeString(temporary.resolve("mine"), "1");
    assertThatExceptionOfType(NotWritten.class)
        .isThrownBy(() -> FreshFolder.at(temporary))
        .withMessage(temporary + " is not empty");
    assertThat(temporary.resolve("mine")).hasContent("1");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "1");
    assertThatExceptionOfType(NotWritten.class)
        .isThrownBy(() -> FreshFolder.at(file))
        .withMessageStartingWith("the folder " + file + " cannot be written: ");
  }
}
