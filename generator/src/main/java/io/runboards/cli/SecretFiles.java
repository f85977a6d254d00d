package io.runboards.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that hold a secret. No message says what stands in them. */
final class SecretFiles {
  private static final int LARGEST = 1 << 20;

  private SecretFiles() {}

  /** The text without the line break at its end, which editors add. */
  static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new CommandFailed(file + " is too large to be a secret");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .replaceFirst("[\\r\\n]+$", "");
    } catch (NoSuchFileException e) {
      throw new CommandFailed("cannot read " + file + ": there is no such file");
    } catch (IOException e) {
      throw new CommandFailed("cannot read " + file);
    }
  }
}
