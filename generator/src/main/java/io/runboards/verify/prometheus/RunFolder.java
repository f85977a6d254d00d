package io.runboards.verify.prometheus;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what a program needs while it runs, and for nothing after that.
 *
 * <p>A lock marks the folder as in use. The system drops it when this process ends, however it
 * ends; whoever comes next then removes the folder. The lock file gets its name when it is locked
 * already, so that nobody finds it free in between.
 */
final class RunFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String PREFIX = "runboards-";

  private final Path path;
  private final FileChannel lock;

  private RunFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a folder that only this user can read, after removing those that nobody uses. */
  static RunFolder below(Path base) throws IOException {
    Path path = Files.createTempDirectory(base, ours() + "-").toRealPath(LinkOption.NOFOLLOW_LINKS);
    Path unnamed = path.resolve("new-" + LOCK);
    FileChannel lock =
        FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(unnamed, path.resolve(LOCK));
    removeStale(base, Files.getOwner(path));
    return new RunFolder(path, lock);
  }

  Path path() {
    return path;
  }

  /** What the names of all folders of this process begin with. */
  private static String ours() {
    return PREFIX + ProcessHandle.current().pid();
  }

  private static void removeStale(Path base, UserPrincipal owner) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(base)) {
      others = all.filter(it -> it.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path folder : others) {
      if (isOfAnotherProcess(folder) && belongsTo(owner, folder)) {
        removeIfStale(folder);
      }
    }
  }

  /**
   * Locks belong to a process as a whole, and closing a file drops them: those of this process must
   * not even be looked at.
   */
  private static boolean isOfAnotherProcess(Path folder) {
    return !folder.getFileName().toString().startsWith(ours() + "-");
  }

  private static boolean belongsTo(UserPrincipal owner, Path folder) {
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
    } catch (IOException e) {
      return false;
    }
  }

  private static void removeIfStale(Path folder) {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        remove(folder);
      }
    } catch (IOException | OverlappingFileLockException e) {
      return;
    }
  }

  /** Removes the folder; what cannot be removed now is for the next start. */
  @Override
  public void close() {
    try (lock) {
      remove(path);
    } catch (IOException e) {
      return;
    }
  }

  /** The lock goes last: until then, nobody else takes the folder for a stale one. */
  private static void remove(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(lock)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            if (!inner.equals(folder)) {
              Files.deleteIfExists(inner);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Files.deleteIfExists(lock);
    Files.deleteIfExists(folder);
  }
}
