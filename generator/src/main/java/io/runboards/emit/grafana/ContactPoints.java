package io.runboards.emit.grafana;

import io.runboards.emit.YamlWriter;
import io.runboards.emit.alertmanager.Messages;
import io.runboards.site.Notifications;
import io.runboards.site.Notifications.Channel;
import io.runboards.site.Notifications.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Those who can learn of alerts, as Grafana reads them from a file. It takes a secret from its file
 * itself, and sends e-mail through the server of its own configuration.
 */
final class ContactPoints {
  private static final int LONGEST_UID = 40;

  private final Notifications notifications;

  private ContactPoints(Notifications notifications) {
    this.notifications = notifications;
  }

  static void write(YamlWriter yaml, Notifications notifications) {
    ContactPoints points = new ContactPoints(notifications);
    yaml.objects("contactPoints", notifications.receivers(), points::point);
  }

  private void point(YamlWriter yaml, Receiver receiver) {
    yaml.field("orgId", 1);
    yaml.field("name", receiver.name());
    yaml.objects(
        "receivers", receiver.channels(), (item, channel) -> way(item, receiver.name(), channel));
  }

  private void way(YamlWriter yaml, String receiver, Channel channel) {
    String type =
        switch (channel) {
          case Channel.PagerDuty it -> "pagerduty";
          case Channel.Slack it -> "slack";
          case Channel.Webhook it -> "webhook";
          case Channel.Email it -> "email";
        };
    yaml.field("uid", uid(receiver, type));
    yaml.field("type", type);
    yaml.object("settings", settings -> settings(settings, channel));
  }

  private void settings(YamlWriter yaml, Channel channel) {
    switch (channel) {
      case Channel.PagerDuty it -> {
        yaml.field("integrationKey", secret(it.secret()));
        yaml.field("severity", Provisioning.literal(Messages.SEVERITY));
        yaml.field("summary", Provisioning.literal(Messages.INCIDENT));
      }
      case Channel.Slack it -> {
        yaml.field("url", secret(it.secret()));
        if (!it.channel().isEmpty()) {
          yaml.field("recipient", Provisioning.literal(it.channel()));
        }
        yaml.field("title", Provisioning.literal(Messages.TITLE));
        yaml.field("text", Provisioning.literal(Messages.SLACK));
      }
      case Channel.Webhook it -> yaml.field("url", secret(it.secret()));
      case Channel.Email it -> {
        yaml.field("addresses", Provisioning.literal(it.to()));
        yaml.field("subject", Provisioning.literal(Messages.TITLE));
        yaml.field("message", Provisioning.literal(Messages.TEXT));
      }
    }
  }

  /** Grafana reads the file when it starts, and leaves out the space around its text. */
  private String secret(String name) {
    return "$__file{" + notifications.file(name) + "}";
  }

  /** The same one each time; a checksum stands for what is too long. */
  private static String uid(String receiver, String type) {
    String uid = "runboards-" + receiver + "-" + type;
    if (uid.length() <= LONGEST_UID) {
      return uid;
    }
    CRC32 sum = new CRC32();
    sum.update(uid.getBytes(StandardCharsets.UTF_8));
    String end = "-%08x".formatted(sum.getValue());
    return uid.substring(0, LONGEST_UID - end.length()) + end;
  }
}
