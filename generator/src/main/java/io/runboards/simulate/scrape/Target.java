package io.runboards.simulate.scrape;

import io.runboards.catalog.Labels;
import io.runboards.catalog.PrometheusServer;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.ArrayList;
import java.util.List;

/** Something that is scraped. All its series carry its job and instance. */
public final class Target {
  private final String job;
  private final List<Tag> own = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Group always;
  private final Group scrapes;
  private final Gauge up;
  private final Gauge scraped;
  private final Gauge stored;
  private final Gauge added;
  private boolean reachable = true;
  private boolean cutOff;
  private boolean unknown;
  private int others;
  private int before;

  Target(String job, String instance, List<Tag> everywhere) {
    this.job = job;
    own.addAll(everywhere);
    own.add(new Tag(Labels.JOB.name(), job));
    own.add(new Tag(Labels.INSTANCE.name(), instance));
    this.always = group();
    this.scrapes = new Group(own);
    this.up = scrapes.gauge(PrometheusServer.UP);
    this.scraped = scrapes.gauge(PrometheusServer.SCRAPE_SAMPLES_SCRAPED);
    this.stored = scrapes.gauge(PrometheusServer.SCRAPE_SAMPLES_POST_METRIC_RELABELING);
    this.added = scrapes.gauge(PrometheusServer.SCRAPE_SERIES_ADDED);
  }

  public String job() {
    return job;
  }

  /** The labels that all its series carry: its job and instance, and those of the platform. */
  public List<Tag> own() {
    return List.copyOf(own);
  }

  /** The series that it has as long as it lives. */
  public Group always() {
    return always;
  }

  /** Series that come and go together. */
  public Group group() {
    Group group = new Group(own);
    groups.add(group);
    return group;
  }

  /** Whether it answers. If not, all that is known is that it does not. */
  public void reachable(boolean answers) {
    reachable = answers;
  }

  /** It does not answer until it is calmed, whatever else is said about it. */
  public void cutOff() {
    cutOff = true;
  }

  /** Nothing is known about it until it is calmed, not even that it does not answer. */
  public void forget() {
    unknown = true;
  }

  /** It shows so many other series until it is calmed: they are counted, but nobody reads them. */
  public void alsoShows(int series) {
    others = series;
  }

  /** Forgets that it was cut off or forgotten, and the other series. */
  public void calm() {
    cutOff = false;
    unknown = false;
    others = 0;
  }

  /** About how many series a scrape finds. */
  public int size() {
    if (!answers()) {
      return 0;
    }
    int size = others;
    for (Group group : groups) {
      size += group.size();
    }
    return size;
  }

  private boolean answers() {
    return reachable && !cutOff && !unknown;
  }

  /** Its counters begin again at 0. */
  public void restart() {
    groups.forEach(Group::reset);
  }

  /** Shows what it says itself, without what is known of the scrape; returns if it answers. */
  public boolean show(Samples out) {
    found(out);
    return answers();
  }

  private int found(Samples out) {
    boolean answers = answers();
    int found = answers ? others : 0;
    for (Group group : groups) {
      found += group.scrape(answers, out);
    }
    groups.removeIf(Group::isEnded);
    return found;
  }

  void scrape(Samples out) {
    int found = found(out);
    up.set(answers());
    scraped.set(found);
    stored.set(found);
    added.set(Math.max(0, found - before));
    before = found;
    scrapes.scrape(!unknown, out);
  }
}
