package io.runboards.simulate.store;

import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that watches the platform.
 *
 * <p>Two Prometheus servers scrape the same targets and send the same samples as the tenant {@code
 * platform}; the other tenants send from elsewhere.
 *
 * @param scraping what is found to scrape
 * @param senders the Prometheus servers
 * @param tenants the tenants of the store
 * @param health what is wrong with the store
 * @param ingesterLimit the series that an ingester may hold
 * @param parts all of it, in the order in which it changes
 */
public record Monitoring(
    Scraping scraping,
    List<Sender> senders,
    List<Tenant> tenants,
    Health health,
    double ingesterLimit,
    List<Part> parts) {
  /** The tenant that holds the platform's own series and those of the store. */
  public static final String OPERATOR = "platform";

  private static final int SENDERS = 2;
  private static final double HEADROOM = 10;
  private static final double HEADROOM_ELSEWHERE = 1.8;

  /** While work is under way there is more to scrape than before it begins. */
  private static final double GROWS_BY = 1.5;

  private static final double FEWEST_SERIES = 2000;

  /** A tenant elsewhere, and how large it is beside the platform. */
  private record Elsewhere(String name, double size, boolean ownLimits, boolean rules) {}

  private static final List<Elsewhere> OTHERS =
      List.of(
          new Elsewhere("team-a", 1.3, true, true),
          new Elsewhere("team-b", 0.9, true, true),
          new Elsewhere("team-c", 0.5, false, false));

  public Monitoring {
    senders = List.copyOf(senders);
    tenants = List.copyOf(tenants);
    parts = List.copyOf(parts);
  }

  /**
   * What watches the targets that are there by now, and those that come later.
   *
   * @param everywhere labels that all series carry
   */
  public static Monitoring of(List<Tag> everywhere, Targets targets, Noise noise) {
    double usual = Math.max(FEWEST_SERIES, GROWS_BY * targets.size());
    Scraping scraping = new Scraping(targets);
    Health health = new Health();
    List<Queue> queues = queues(noise);
    List<Sender> senders =
        IntStream.range(0, SENDERS)
            .mapToObj(i -> sender(i, targets, queues.get(i), scraping, noise))
            .toList();
    Limits limits = defaults(usual);
    List<Tenant> tenants = tenants(usual, limits, queues, scraping, health, noise);
    double most = Limits.round(12 * usual);
    Store store =
        new Store(
            new StorePod.Site(targets, everywhere, noise.of("store")),
            tenants,
            limits,
            most,
            health);
    evaluate(store, noise.of("rules"));
    List<Part> parts = new ArrayList<>();
    parts.add(scraping);
    parts.addAll(tenants);
    parts.addAll(senders);
    parts.add(store);
    return new Monitoring(scraping, senders, tenants, health, most, parts);
  }

  private static List<Queue> queues(Noise noise) {
    return IntStream.range(0, SENDERS)
        .mapToObj(i -> new Queue(HEADROOM, noise.of("queue").of(i)))
        .toList();
  }

  private static Sender sender(
      int number, Targets targets, Queue queue, Scraping scraping, Noise noise) {
    Target target = targets.add(Sender.JOB, "prometheus-" + number + ":9090");
    return new Sender(target, queue, scraping, noise.of("sender").of(number));
  }

  private static Limits defaults(double usual) {
    return new Limits(
        Limits.round(Math.max(100_000, 20 * usual)),
        Limits.round(Math.max(10_000, 8 * usual / Tenant.INTERVAL)),
        false);
  }

  private static List<Tenant> tenants(
      double usual,
      Limits limits,
      List<Queue> queues,
      Scraping scraping,
      Health health,
      Noise noise) {
    List<Tenant> tenants = new ArrayList<>();
    tenants.add(
        new Tenant(OPERATOR, now -> scraping.series(), limits, queues, health, noise.of(OPERATOR)));
    for (Elsewhere other : OTHERS) {
      Noise own = noise.of(other.name);
      double size = other.size * usual;
      Limits most =
          other.ownLimits
              ? new Limits(
                  Limits.round(1.35 * size), Limits.round(2.5 * size / Tenant.INTERVAL), true)
              : limits;
      List<Queue> queue = List.of(new Queue(HEADROOM_ELSEWHERE, own.of("queue")));
      tenants.add(new Tenant(other.name, now -> size * day(now, own), most, queue, health, own));
    }
    return tenants;
  }

  /** Somewhat more by day. */
  private static double day(Moment now, Noise noise) {
    double light = Math.max(0, Math.sin(Math.PI * (now.hour() - 6) / 12));
    return 0.92 + 0.1 * light + 0.06 * noise.smooth(now.second(), 7200);
  }

  private static void evaluate(Store store, Noise noise) {
    List<RuleGroup> more = RuleGroup.all(RuleGroup.OF_THE_STORE, RuleGroup.FEDERATED);
    store.evaluate(OPERATOR, RuleGroup.all(RuleGroup.OF_THE_PIPELINE, more), noise);
    OTHERS.stream()
        .filter(Elsewhere::rules)
        .forEach(other -> store.evaluate(other.name, RuleGroup.OF_CLUSTERS, noise));
  }

  /** A tenant by its name. */
  public Tenant tenant(String name) {
    return tenants.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
