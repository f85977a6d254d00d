package io.runboards.simulate;

import io.runboards.dashboard.Installation;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Targets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that the scrapes of a simulation have found, by series. */
public final class Scrapes implements Samples {
  /** A Wednesday, at noon. */
  public static final long NOON = 1_772_020_800L;

  private final Map<Series, Found> bySeries = new IdentityHashMap<>();
  private final List<Found> all = new ArrayList<>();
  private long second;

  /**
   * One series as scrapes found it.
   *
   * @param name its name
   * @param tags its labels
   * @param points its values in time
   */
  public record Found(String name, List<Tag> tags, List<Point> points) {
    /** The value of a label; empty if it lacks it. */
    public String label(String label) {
      return tags.stream()
          .filter(tag -> tag.name().equals(label))
          .map(Tag::value)
          .findFirst()
          .orElse("");
    }

    /** The value that it had last. */
    public double last() {
      return points.getLast().value();
    }

    /** The value at a moment, if it was there. */
    public Optional<Double> at(long second) {
      return points.stream()
          .filter(point -> point.second() == second)
          .map(Point::value)
          .findFirst();
    }

    /** Its name and labels, which no other series of the same scrape has. */
    public String id() {
      return name + tags;
    }
  }

  /**
   * A value at a moment.
   *
   * @param second when
   * @param value what
   */
  public record Point(long second, double value) {}

  /** A scenario of such a size at a Wednesday noon, in steps of half a minute, all well. */
  public static Scenario scenario(long seed, Size size) {
    return new Scenario(seed, size, Installation.NEWEST, List.of(), NOON, 30, List.of());
  }

  /** What is found in so many steps of a scenario. */
  public static Scrapes of(Scenario scenario, int steps) {
    return of(Simulation.of(scenario), steps, simulation -> {});
  }

  /** What is found in so many steps, each of which is also looked at. */
  public static Scrapes of(Simulation simulation, int steps, Consumer<Simulation> look) {
    Scrapes scrapes = new Scrapes();
    for (int i = 0; i < steps; i++) {
      simulation.advance();
      look.accept(simulation);
      scrapes.scrape(simulation.platform().targets(), simulation.now().second());
    }
    return scrapes;
  }

  /** Adds what targets show at a moment. */
  public void scrape(Targets targets, long now) {
    second = now;
    targets.scrape(this);
  }

  @Override
  public void sample(Series series) {
    Found found = bySeries.get(series);
    if (found == null) {
      found = new Found(series.name(), series.tags(), new ArrayList<>());
      bySeries.put(series, found);
      all.add(found);
    }
    found.points().add(new Point(second, series.value()));
  }

  @Override
  public void gone(Series series) {}

  /** In the order in which they came. */
  public List<Found> all() {
    return all;
  }

  /** The series of a name. */
  public List<Found> named(String name) {
    return all.stream().filter(found -> found.name().equals(name)).toList();
  }

  /** The series of a name that were there at the last scrape. */
  public List<Found> now(String name) {
    return named(name).stream()
        .filter(found -> found.points().getLast().second() == second)
        .toList();
  }

  /** All of it as text, to compare two runs. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Found found : all) {
      text.append(found.id());
      for (Point point : found.points()) {
        text.append(' ').append(point.second()).append(':').append(point.value());
      }
      text.append('\n');
    }
    return text.toString();
  }
}
