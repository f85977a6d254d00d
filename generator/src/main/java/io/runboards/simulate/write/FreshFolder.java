package io.runboards.simulate.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that gets its files when all of them are there.
 *
 * <p>Until then they are aside, in a hidden folder within. What a run left there that was ended in
 * the middle is deleted by the next one.
 */
public final class FreshFolder implements AutoCloseable {
  private static final String ASIDE = ".unfinished";

  private final Path folder;
  private final Path aside;

  private FreshFolder(Path folder) {
    this.folder = folder;
    this.aside = folder.resolve(ASIDE);
  }

  /** A folder that is empty, or not there yet. */
  public static FreshFolder at(Path folder) {
    FreshFolder fresh = new FreshFolder(folder);
    try {
      Files.createDirectories(folder);
      if (fresh.all(folder).stream().anyMatch(file -> !file.equals(fresh.aside))) {
        throw new NotWritten(folder + " is not empty");
      }
      fresh.close();
      Files.createDirectory(fresh.aside);
      return fresh;
    } catch (IOException e) {
      throw new NotWritten("the folder %s cannot be written: %s".formatted(folder, e.getMessage()));
    }
  }

  private List<Path> all(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }

  /** A new folder for files that the folder will not get. */
  public Path scratch() {
    return created(aside.resolve("scratch"));
  }

  /** A new folder for files that the folder will get. */
  public Path files() {
    return created(aside.resolve("files"));
  }

  private static Path created(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder gets its files; returns how many. */
  public int finish() {
    try {
      List<Path> files = all(files());
      for (Path file : files) {
        Files.move(file, folder.resolve(file.getFileName()));
      }
      return files.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what is aside. */
  @Override
  public void close() {
    if (!Files.exists(aside)) {
      return;
    }
    try (Stream<Path> all = Files.walk(aside)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
