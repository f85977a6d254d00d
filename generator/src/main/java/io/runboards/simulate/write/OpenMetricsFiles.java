package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * OpenMetrics text in files of two hours each, as long as Prometheus' blocks are.
 *
 * <p>promtool reads a file again for every block that it makes from it: so one block, one file.
 */
public final class OpenMetricsFiles implements Journal {
  private static final long BLOCK = 2 * 3600L;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'h.om'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Consumer<Path> whole;
  private final Heads heads = new Heads(tag -> true);
  private long block = Long.MIN_VALUE;
  private Path file;
  private OpenMetrics text;

  /**
   * No files yet.
   *
   * @param folder where they come
   * @param whole is told of each file when it is finished
   */
  public OpenMetricsFiles(Path folder, Consumer<Path> whole) {
    this.folder = folder;
    this.whole = whole;
  }

  @Override
  public void at(long second) {
    long next = Math.floorDiv(second, BLOCK);
    if (next != block) {
      close();
      block = next;
      file = folder.resolve(NAME.format(Instant.ofEpochSecond(next * BLOCK)));
      text = opened();
    }
    text.at(second);
  }

  private OpenMetrics opened() {
    try {
      return new OpenMetrics(heads, Files.newOutputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void sample(Series series) {
    text.sample(series);
  }

  @Override
  public void gone(Series series) {
    text.gone(series);
  }

  @Override
  public void close() {
    if (text != null) {
      text.close();
      text = null;
      whole.accept(file);
    }
  }
}
