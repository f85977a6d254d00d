package io.runboards.cli;

import io.runboards.deploy.Snapshot;
import io.runboards.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where snapshots of a site are kept: a file for each run and organisation.
 *
 * @param folder the folder of the site
 */
record HistoryFolder(Path folder) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String EXTENSION = ".json";

  /** A name for a run that begins now, which no earlier run has. */
  String freeId(Instant now) {
    List<String> names = names();
    for (Instant time = now.truncatedTo(ChronoUnit.SECONDS); ; time = time.plusSeconds(1)) {
      String id = ID.format(time);
      if (names.stream().noneMatch(name -> name.startsWith(id))) {
        return id;
      }
    }
  }

  /** Keeps a snapshot, in the place of the one of the same run and organisation. */
  void write(Snapshot snapshot) {
    Path file = folder.resolve(snapshot.id() + "-" + slug(snapshot.organisation()) + EXTENSION);
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".snapshot", "");
      Files.writeString(part, snapshot.json().line() + "\n");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailed("cannot write " + file + ": " + e.getMessage());
    }
  }

  /** All snapshots, the oldest first. */
  List<Snapshot> all() {
    List<Snapshot> all = new ArrayList<>();
    for (String name : names()) {
      all.add(read(folder.resolve(name)));
    }
    all.sort(Comparator.comparing(Snapshot::id));
    return all;
  }

  private static Snapshot read(Path file) {
    try {
      return Snapshot.of(JsonValue.parse(Files.readString(file)));
    } catch (IOException | JsonValue.Malformed e) {
      throw new CommandFailed("cannot read " + file + ": " + e.getMessage());
    }
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXTENSION))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandFailed("cannot read " + folder + ": " + e.getMessage());
    }
  }

  /** A name as part of a file's. Different names stay different. */
  private static String slug(String organisation) {
    String slug =
        organisation.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    boolean isWhole = slug.equals(organisation);
    return isWhole ? slug : "%s-%08x".formatted(slug, organisation.hashCode());
  }
}
