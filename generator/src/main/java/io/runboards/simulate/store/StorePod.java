package io.runboards.simulate.store;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Distribution;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pod of the store. All its series say of which store and which pod they are. */
final class StorePod {
  static final String NAMESPACE = "mimir";

  private static final String CLUSTER = "gpu-cluster";
  private static final String PORT = ":8080";

  private final Target target;
  private final List<String> place;
  private final Restarts restarts;

  private StorePod(Target target, List<String> place, Restarts restarts) {
    this.target = target;
    this.place = List.copyOf(place);
    this.restarts = restarts;
  }

  /** Where the pods of a store stand. */
  record Site(Targets targets, List<Tag> everywhere, Noise noise) {
    /** One more pod. */
    StorePod pod(String component, String name) {
      Target target = targets.add(NAMESPACE + "/" + component, name + PORT);
      Map<Label, String> says =
          Map.of(Labels.CLUSTER, CLUSTER, Labels.NAMESPACE, NAMESPACE, Labels.REPLICA, name);
      List<String> place = new ArrayList<>();
      for (Label label : List.of(Labels.CLUSTER, Labels.NAMESPACE, Labels.REPLICA)) {
        if (everywhere.stream().noneMatch(tag -> tag.name().equals(label.name()))) {
          place.add(says.get(label));
        }
      }
      return new StorePod(target, place, new Restarts(target, noise.of(name)));
    }
  }

  Gauge gauge(Metric metric, String... values) {
    return target.always().gauge(metric, placed(values));
  }

  Counter counter(Metric metric, String... values) {
    return target.always().counter(metric, placed(values));
  }

  Distribution distribution(Metric metric, double[] bounds, String... values) {
    return target.always().distribution(metric, bounds, placed(values));
  }

  private String[] placed(String... values) {
    List<String> all = new ArrayList<>(place);
    all.addAll(List.of(values));
    return all.toArray(String[]::new);
  }

  /** Goes on; returns whether it is there. When it comes back, it has restarted. */
  boolean advance(Moment now, boolean there) {
    restarts.advance(now);
    if (!there) {
      target.restart();
    }
    target.reachable(there);
    return there;
  }
}
