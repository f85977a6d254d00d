package io.runboards.emit.grafana;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.site.Notifications;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The files from which Grafana learns at its start who is told of its own alerts.
 *
 * <p>Its tree of policies is one for all alerts of an organisation, also for those of others. They
 * get the receiver that is the usual one.
 */
public final class NotificationFiles {
  private static final String HOW =
      "Written by 'runboards generate' from the site: change that instead.";

  private static final String FOLDER = "grafana/provisioning/alerting/";

  private NotificationFiles() {}

  /** The files; none if the site has nobody who could learn of an alert. */
  public static List<OutFile> of(Notifications notifications) {
    if (notifications.receivers().isEmpty()) {
      return List.of();
    }
    return List.of(
        file("contact-points.yaml", ContactPoints::write, notifications),
        file("mute-timings.yaml", Policies::muteTimings, notifications),
        file("policies.yaml", Policies::write, notifications));
  }

  private static OutFile file(
      String name, BiConsumer<YamlWriter, Notifications> fields, Notifications notifications) {
    String text =
        YamlWriter.document(
            HOW,
            yaml -> {
              yaml.field("apiVersion", 1);
              fields.accept(yaml, notifications);
            });
    return new OutFile(FOLDER + name, text);
  }
}
