package io.runboards.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where commands read queries from. A dash is standard input; bad UTF-8 becomes U+FFFD. */
final class QueryInput {
  static final String STANDARD_INPUT = "-";

  private QueryInput() {}

  /** The query itself, or all of standard input for a dash. */
  static String expression(String argument) {
    if (!argument.equals(STANDARD_INPUT)) {
      return argument;
    }
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedReader lines(String file) {
    return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8), 1 << 16);
  }

  /** All of a file. */
  static String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  static CommandFailed unreadable(String file, String why) {
    return new CommandFailed("cannot read " + file + ": " + why);
  }

  private static InputStream open(String file) {
    if (file.equals(STANDARD_INPUT)) {
      return System.in;
    }
    try {
      return Files.newInputStream(Path.of(file));
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file");
    } catch (AccessDeniedException e) {
      throw unreadable(file, "permission denied");
    } catch (IOException | InvalidPathException e) {
      throw unreadable(file, e.getMessage());
    }
  }
}
