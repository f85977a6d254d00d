package io.runboards.cli;

import io.runboards.rules.Length;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From when to when a history goes, and how fine it is. */
final class HistoryOptions {
  private static final int LONGEST_STEP = 300;
  private static final Length USUAL = Length.of("24h");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  @Option(
      names = "--backfill",
      paramLabel = "LENGTH",
      description = "How long the history is. Default: 24h.")
  private Optional<Length> length = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Its start, such as 2025-11-13T00:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Its end. Default: now.")
  private Optional<Instant> until = Optional.empty();

  @Option(
      names = "--step",
      paramLabel = "LENGTH",
      defaultValue = "30s",
      description = "From one scrape to the next. Default: 30s.")
  private Length step;

  /**
   * The time of a history.
   *
   * @param from its first moment, in seconds since 1970
   * @param until its end
   * @param step the seconds from one moment to the next
   */
  record Time(long from, long until, int step) {}

  boolean areUsed() {
    return length.isPresent() || from.isPresent() || until.isPresent();
  }

  /** The times fall on whole steps, as those of all histories of this step do. */
  Time time(Instant now) {
    if (length.isPresent() && from.isPresent() && until.isPresent()) {
      throw new CommandFailed(
          "two of --from, --until and --backfill tell the third; leave one away");
    }
    long seconds = step.seconds();
    if (seconds < 1 || seconds > LONGEST_STEP || step.duration().getNano() != 0) {
      throw new CommandFailed("--step " + step + ": write whole seconds from 1s to 5m");
    }
    long span = length.orElse(USUAL).seconds();
    long end =
        until
            .or(() -> from.filter(it -> length.isPresent()).map(it -> it.plusSeconds(span)))
            .orElse(now)
            .getEpochSecond();
    long start = from.map(Instant::getEpochSecond).orElse(end - span);
    Time time = new Time(onStep(start, seconds), onStep(end, seconds), (int) seconds);
    if (time.from < EARLIEST.getEpochSecond()) {
      throw new CommandFailed("the history would begin before " + EARLIEST);
    }
    if (time.from >= time.until) {
      throw new CommandFailed("the history would end before it begins: see --from and --until");
    }
    return time;
  }

  private static long onStep(long second, long step) {
    return second - Math.floorMod(second, step);
  }
}
