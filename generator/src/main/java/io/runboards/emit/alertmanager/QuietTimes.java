package io.runboards.emit.alertmanager;

import io.runboards.emit.YamlWriter;
import io.runboards.site.Notifications.Quiet;

/** A quiet time, as Alertmanager and Grafana both read it. */
public final class QuietTimes {
  private QuietTimes() {}

  /** The fields of one of the {@code time_intervals} below a name. */
  public static void write(YamlWriter yaml, Quiet quiet) {
    if (!quiet.times().isEmpty()) {
      yaml.objects("times", quiet.times(), QuietTimes::range);
    }
    if (!quiet.weekdays().isEmpty()) {
      yaml.field("weekdays", quiet.weekdays());
    }
    yaml.field("location", quiet.zone());
  }

  private static void range(YamlWriter yaml, String fromTo) {
    int dash = fromTo.indexOf('-');
    yaml.field("start_time", fromTo.substring(0, dash));
    yaml.field("end_time", fromTo.substring(dash + 1));
  }
}
