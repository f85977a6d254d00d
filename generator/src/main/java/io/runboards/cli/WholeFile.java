package io.runboards.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written when a long run has ended: all of it, or nothing.
 *
 * <p>Whether it can be written is tried before the run begins.
 */
final class WholeFile {
  private final Path path;

  private WholeFile(Path path) {
    this.path = path;
  }

  /** A file that can be written; its folder is made if need be. */
  static WholeFile at(String name, Surroundings around) {
    try {
      WholeFile file = new WholeFile(around.folder().resolve(name).toAbsolutePath());
      file.tryOut();
      return file;
    } catch (InvalidPathException e) {
      throw new CommandFailed("'" + name + "' is no file");
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private void tryOut() throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(path.getParent());
    Files.writeString(aside(), "");
    Files.delete(aside());
  }

  private Path aside() {
    return path.resolveSibling("." + path.getFileName() + ".new");
  }

  void write(String text) {
    try {
      try {
        Files.writeString(aside(), text);
        Files.move(
            aside(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside());
      }
    } catch (IOException e) {
      throw failed(path.toString(), e);
    }
  }

  private static CommandFailed failed(String name, IOException e) {
    return new CommandFailed("cannot write %s: %s".formatted(name, e.getMessage()));
  }
}
