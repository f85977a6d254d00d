package io.runboards.emit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder of generated files.
 *
 * <p>Only what differs is written. A file is written aside and then moved to its place, so a crash
 * leaves no half file; the next run puts right what it left. A list in the folder, {@code
 * .runboards}, tells which files are ours: no other file is ever replaced or deleted.
 */
public final class OutFolder {
  private static final String ASIDE = Manifest.NAME + ".new";

  private final Path folder;

  private OutFolder(Path folder) {
    this.folder = folder;
  }

  public static OutFolder at(Path folder) {
    return new OutFolder(folder);
  }

  /** What {@link #write} would change. */
  public OutChanges compare(List<OutFile> files) throws CannotWrite {
    try {
      return compare(byPath(files), Manifest.read(folder));
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /** Makes the folder hold these files, and of ours no others. */
  public OutChanges write(List<OutFile> files) throws CannotWrite {
    SortedMap<String, String> wanted = byPath(files);
    try {
      SortedSet<String> listed = Manifest.read(folder);
      OutChanges changes = compare(wanted, listed);
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(ASIDE));
      replace(changes, wanted, listed);
      return changes;
    } catch (IOException e) {
      throw failed("write", e);
    }
  }

  /** Until all is done, the list names what is ours now and what will be. */
  private void replace(
      OutChanges changes, SortedMap<String, String> wanted, SortedSet<String> listed)
      throws IOException, CannotWrite {
    list(joined(listed, wanted.keySet()));
    try {
      for (String path : changes.removed()) {
        remove(path);
      }
      for (String path : joined(changes.created(), changes.changed())) {
        put(path, wanted.get(path));
      }
    } catch (IOException | CannotWrite e) {
      SortedSet<String> ours = joined(listed, wanted.keySet());
      ours.removeIf(path -> !listed.contains(path) && !isPlain(folder.resolve(path)));
      list(ours);
      throw e;
    }
    list(new TreeSet<>(wanted.keySet()));
  }

  private static SortedMap<String, String> byPath(List<OutFile> files) throws CannotWrite {
    SortedMap<String, String> byPath = new TreeMap<>();
    for (OutFile file : files) {
      if (byPath.putIfAbsent(file.path(), file.content()) != null) {
        throw new CannotWrite("two files shall be written to " + file.path());
      }
    }
    return byPath;
  }

  private OutChanges compare(SortedMap<String, String> wanted, SortedSet<String> listed)
      throws CannotWrite, IOException {
    List<String> created = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (String path : wanted.keySet()) {
      Path file = folder.resolve(path);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        created.add(path);
      } else if (!isPlain(file)) {
        foreign.add(path);
      } else if (holds(file, wanted.get(path))) {
        unchanged.add(path);
      } else if (listed.contains(path)) {
        changed.add(path);
      } else {
        foreign.add(path);
      }
    }
    if (!foreign.isEmpty()) {
      throw notOurs(foreign);
    }
    List<String> removed =
        listed.stream()
            .filter(path -> !wanted.containsKey(path) && isPlain(folder.resolve(path)))
            .toList();
    return new OutChanges(created, changed, removed, unchanged);
  }

  private CannotWrite notOurs(List<String> paths) {
    return new CannotWrite(
        paths.stream()
                .map(path -> folder.resolve(path) + " is there, but runboards did not write it")
                .collect(joining("\n"))
            + "\nMove it away, or write to another folder.");
  }

  private static boolean isPlain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holds(Path file, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private void list(SortedSet<String> paths) throws IOException {
    String text = Manifest.text(paths);
    Path manifest = folder.resolve(Manifest.NAME);
    if (!isPlain(manifest) || !holds(manifest, text)) {
      place(manifest, text);
    }
  }

  private void put(String path, String content) throws IOException, CannotWrite {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    place(inside(file), content);
  }

  private void place(Path file, String content) throws IOException {
    Path aside = folder.resolve(ASIDE);
    Files.writeString(aside, content);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void remove(String path) throws IOException, CannotWrite {
    Path file = inside(folder.resolve(path));
    Files.deleteIfExists(file);
    Path parent = file.getParent();
    while (!parent.equals(folder)) {
      try {
        Files.delete(parent);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      parent = parent.getParent();
    }
  }

  /** The same file, unless a link on the way leads out of the folder. */
  private Path inside(Path file) throws IOException, CannotWrite {
    if (!file.getParent().toRealPath().startsWith(folder.toRealPath())) {
      throw new CannotWrite(
          file + " is not in " + folder + ": a link leads elsewhere\nDelete the link.");
    }
    return file;
  }

  private static SortedSet<String> joined(Collection<String> some, Collection<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private CannotWrite failed(String what, IOException e) {
    String why =
        switch (e) {
          case AccessDeniedException denied -> denied.getFile() + ": permission denied";
          case FileAlreadyExistsException file ->
              file.getFile() + " is a file, and a folder is needed there";
          case NotDirectoryException file -> file.getFile() + " is no folder";
          case FileSystemException other ->
              other.getFile() + (other.getReason() == null ? "" : ": " + other.getReason());
          default -> String.valueOf(e.getMessage());
        };
    return new CannotWrite("cannot " + what + " " + folder + ": " + why);
  }
}
