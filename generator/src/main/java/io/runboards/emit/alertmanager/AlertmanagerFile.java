package io.runboards.emit.alertmanager;

import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.site.Notifications;
import io.runboards.site.Notifications.Channel;
import io.runboards.site.Notifications.Mail;
import io.runboards.site.Notifications.Quiet;
import io.runboards.site.Notifications.Receiver;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of an Alertmanager, 0.25 or newer; one that tells webhooks must be 0.26.
 *
 * <p>All in one file: what stands in a second one can be forgotten, and then no message is sent.
 */
public final class AlertmanagerFile {
  private static final String HOW =
      "Written by 'runboards generate' from the site and the alerts: change those instead.";

  private final Notifications notifications;

  private AlertmanagerFile(Notifications notifications) {
    this.notifications = notifications;
  }

  /** The file; none if the site has nobody who could learn of an alert. */
  public static List<OutFile> of(Notifications notifications, Workspace workspace) {
    if (notifications.receivers().isEmpty()) {
      return List.of();
    }
    AlertmanagerFile file = new AlertmanagerFile(notifications);
    String text = YamlWriter.document(HOW, yaml -> file.write(yaml, Inhibition.of(workspace)));
    return List.of(new OutFile("alertmanager/alertmanager.yaml", text));
  }

  private void write(YamlWriter yaml, List<Inhibition> inhibitions) {
    notifications.mail().ifPresent(mail -> yaml.object("global", global -> mail(global, mail)));
    yaml.object("route", route -> root(route, Branch.root(notifications)));
    if (!inhibitions.isEmpty()) {
      yaml.objects("inhibit_rules", inhibitions, AlertmanagerFile::inhibition);
    }
    yaml.objects("receivers", receivers(), this::receiver);
    if (!notifications.quiet().isEmpty()) {
      yaml.objects("time_intervals", notifications.quiet(), AlertmanagerFile::quiet);
    }
  }

  private void mail(YamlWriter global, Mail mail) {
    global.field("smtp_from", mail.from());
    global.field("smtp_smarthost", mail.host());
    if (!mail.user().isEmpty()) {
      global.field("smtp_auth_username", mail.user());
      global.field("smtp_auth_password_file", notifications.file(mail.secret()));
    }
  }

  private static void root(YamlWriter yaml, Branch root) {
    yaml.field("receiver", root.receiver());
    yaml.field("group_by", Branch.TOLD_TOGETHER);
    pace(yaml, root.pace());
    yaml.objects("routes", root.branches(), (item, it) -> branch(item, it, root.pace()));
  }

  /** A branch whose parent has a pace, which holds for the branch as well. */
  private static void branch(YamlWriter yaml, Branch branch, Pace above) {
    if (!branch.when().isEmpty()) {
      yaml.field(
          "matchers",
          branch.when().stream()
              .map(it -> matcher(it.label(), it.operator(), it.value()))
              .toList());
    }
    yaml.field("receiver", branch.receiver());
    if (branch.pace() != above) {
      pace(yaml, branch.pace());
    }
    if (!branch.quiet().isEmpty()) {
      yaml.field("mute_time_intervals", branch.quiet());
    }
    if (branch.goesOn()) {
      yaml.field("continue", true);
    }
    if (!branch.branches().isEmpty()) {
      yaml.objects("routes", branch.branches(), (item, it) -> branch(item, it, branch.pace()));
    }
  }

  private static void pace(YamlWriter yaml, Pace pace) {
    yaml.field("group_wait", pace.waiting());
    yaml.field("group_interval", pace.interval());
    yaml.field("repeat_interval", pace.repeat());
  }

  private static void inhibition(YamlWriter yaml, Inhibition inhibition) {
    yaml.field("source_matchers", List.of(named(inhibition.causes())));
    yaml.field("target_matchers", List.of(named(inhibition.effects())));
    if (!inhibition.same().isEmpty()) {
      yaml.field("equal", inhibition.same());
    }
  }

  private static String named(List<String> alerts) {
    return matcher("alertname", alerts.size() == 1 ? "=" : "=~", String.join("|", alerts));
  }

  private static String matcher(String label, String operator, String value) {
    return label + operator + '"' + value + '"';
  }

  private List<Receiver> receivers() {
    List<Receiver> all = new ArrayList<>(notifications.receivers());
    all.add(new Receiver(Notifications.NOBODY, List.of()));
    return all;
  }

  private void receiver(YamlWriter yaml, Receiver receiver) {
    yaml.field("name", receiver.name());
    for (Channel channel : receiver.channels()) {
      switch (channel) {
        case Channel.PagerDuty it ->
            yaml.objects("pagerduty_configs", List.of(it), this::pagerDuty);
        case Channel.Slack it -> yaml.objects("slack_configs", List.of(it), this::slack);
        case Channel.Webhook it -> yaml.objects("webhook_configs", List.of(it), this::webhook);
        case Channel.Email it -> yaml.objects("email_configs", List.of(it), this::email);
      }
    }
  }

  private void pagerDuty(YamlWriter yaml, Channel.PagerDuty channel) {
    yaml.field("routing_key_file", notifications.file(channel.secret()));
    yaml.field("send_resolved", true);
    yaml.field("description", Messages.INCIDENT);
    yaml.field("severity", Messages.SEVERITY);
    yaml.field("class", "{{ .CommonLabels.alertname }}");
    yaml.field("group", "{{ .CommonLabels.clusterId }}");
    yaml.objects("links", List.of("Runbook", "Dashboard"), AlertmanagerFile::link);
  }

  private static void link(YamlWriter yaml, String to) {
    yaml.field("href", to.equals("Runbook") ? Messages.RUNBOOK : Messages.DASHBOARD);
    yaml.field("text", to);
  }

  private void slack(YamlWriter yaml, Channel.Slack channel) {
    yaml.field("api_url_file", notifications.file(channel.secret()));
    if (!channel.channel().isEmpty()) {
      yaml.field("channel", channel.channel());
    }
    yaml.field("send_resolved", true);
    yaml.field("color", Messages.SLACK_COLOR);
    yaml.field("title", Messages.TITLE);
    yaml.field("title_link", Messages.DASHBOARD);
    yaml.field("fallback", Messages.TITLE);
    yaml.field("text", Messages.SLACK);
  }

  private void webhook(YamlWriter yaml, Channel.Webhook channel) {
    yaml.field("url_file", notifications.file(channel.secret()));
    yaml.field("send_resolved", true);
  }

  private void email(YamlWriter yaml, Channel.Email channel) {
    yaml.field("to", channel.to());
    yaml.field("send_resolved", true);
    yaml.object("headers", headers -> headers.field("Subject", Messages.TITLE));
    yaml.field("text", Messages.TEXT);
    yaml.field("html", Messages.HTML);
  }

  private static void quiet(YamlWriter yaml, Quiet quiet) {
    yaml.field("name", quiet.name());
    yaml.objects("time_intervals", List.of(quiet), QuietTimes::write);
  }
}
