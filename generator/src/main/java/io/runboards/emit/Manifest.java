package io.runboards.emit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The list, inside of a folder, of the files that were written there: the others are not ours. */
final class Manifest {
  static final String NAME = ".runboards";

  private static final String COMMENT = "#";
  private static final String HEAD =
      COMMENT + " The files that runboards wrote here, and may replace or delete.\n";

  private Manifest() {}

  /** The listed paths; none if there is no list. */
  static SortedSet<String> read(Path folder) throws CannotWrite, IOException {
    Path file = folder.resolve(NAME);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return new TreeSet<>();
    } catch (CharacterCodingException e) {
      throw wrong(file, "it is no UTF-8");
    }
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(COMMENT) || line.isBlank()) {
        continue;
      }
      if (!OutFile.staysInside(line)) {
        throw wrong(file, "line " + (i + 1) + " names no file below it: '" + line + "'");
      }
      paths.add(line);
    }
    return new TreeSet<>(paths);
  }

  /** The text of a list. */
  static String text(Collection<String> paths) {
    return HEAD + String.join("", new TreeSet<>(paths).stream().map(path -> path + "\n").toList());
  }

  private static CannotWrite wrong(Path file, String why) {
    return new CannotWrite(
        file + " cannot be trusted: " + why + "\nDelete the folder and generate it again.");
  }
}
