package io.runboards.dashboard;

import io.runboards.catalog.ClusterVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What all panels have. */
public record Frame(
    Heading heading, Data data, Looks looks, Space space, Availability availability) {

  /**
   * What a panel is about.
   *
   * @param title its title
   * @param about what it shows and what to do about it
   * @param key what its number is made of: it stays as long as this does
   * @param library its uid in Grafana's library, if dashboards share it; else empty
   * @param origin the line that wrote it
   */
  public record Heading(String title, String about, String key, String library, Origin origin) {}

  /**
   * Where a panel's numbers come from.
   *
   * @param targets its queries
   * @param transformations what is done with their results
   * @param timeFrom a time range of its own, such as {@code 30d}; empty for the dashboard's
   * @param interval the least distance of two points, such as {@code 5m}; empty for Grafana's
   */
  public record Data(
      List<Target> targets,
      List<Transformation> transformations,
      String timeFrom,
      String interval) {
    static final Data NONE = new Data(List.of(), List.of(), "", "");

    public Data {
      targets = List.copyOf(targets);
      transformations = List.copyOf(transformations);
    }
  }

  /**
   * How a panel's numbers look.
   *
   * @param fields how they are written
   * @param parts what differs for some series or columns
   * @param links where a click on them leads
   */
  public record Looks(Fields fields, List<Part> parts, List<DrillDown> links) {
    static final Looks PLAIN = new Looks(Fields.NONE, List.of(), List.of());

    public Looks {
      parts = List.copyOf(parts);
      links = List.copyOf(links);
    }
  }

  /**
   * The space that a panel takes.
   *
   * @param width in columns of 24; if empty, the panel shares the line
   * @param height in units of 30 pixels; if empty, as high as its kind needs
   * @param repeat the variable for each value of which there is one such panel; empty for once
   */
  public record Space(OptionalInt width, OptionalInt height, String repeat) {
    static final Space AUTOMATIC = new Space(OptionalInt.empty(), OptionalInt.empty(), "");
  }

  /**
   * Where the panel has something to show.
   *
   * @param unlessMissing why it may be empty on a healthy site, such as "no MIG"; empty if it may
   *     not
   * @param alternatives what stands there on older clusters
   */
  public record Availability(String unlessMissing, List<Alternative> alternatives) {
    static final Availability ALWAYS = new Availability("", List.of());

    public Availability {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Another panel for clusters before a version.
   *
   * @param before the first version that does not need it
   * @param panel what stands there; empty for nothing
   */
  public record Alternative(ClusterVersion before, Optional<Panel> panel) {}

  static Frame titled(String title, Origin origin) {
    return new Frame(
        new Heading(title, "", title, "", origin),
        Data.NONE,
        Looks.PLAIN,
        Space.AUTOMATIC,
        Availability.ALWAYS);
  }

  Frame with(Heading changed) {
    return new Frame(changed, data, looks, space, availability);
  }

  Frame with(Data changed) {
    return new Frame(heading, changed, looks, space, availability);
  }

  Frame with(Looks changed) {
    return new Frame(heading, data, changed, space, availability);
  }

  Frame with(Space changed) {
    return new Frame(heading, data, looks, changed, availability);
  }

  Frame with(Availability changed) {
    return new Frame(heading, data, looks, space, changed);
  }

  static <T> List<T> plus(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
