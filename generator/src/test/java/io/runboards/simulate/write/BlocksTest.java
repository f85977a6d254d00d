package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {
  @TempDir private Path folder;

  @Test
  void aProgramThatIsMissingIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.om"), "# EOF\n");
    try (Blocks blocks = new Blocks(folder.resolve("nowhere/promtool"), folder)) {
      assertThatExceptionOfType(NotWritten.class)
          .isThrownBy(() -> blocks.accept(file))
          .withMessageContaining("nowhere/promtool")
          .withMessageEndingWith("--promtool names the program");
    }
  }

  @Test
  void whatTheProgramComplainsAboutIsTold() throws IOException {
    Path program =
        Files.writeString(folder.resolve("promtool"), "#!/bin/sh\necho no disk\nexit 3\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.writeString(folder.resolve("a.om"), "# EOF\n");
    try (Blocks blocks = new Blocks(program, folder)) {
      blocks.accept(file);
      assertThatExceptionOfType(NotWritten.class)
          .isThrownBy(blocks::finish)
          .withMessage("promtool made no block: no disk");
    }
  }
}
