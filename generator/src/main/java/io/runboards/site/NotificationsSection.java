package io.runboards.site;

import io.runboards.rules.Urgency;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Notifications.Channel;
import io.runboards.site.Notifications.Mail;
import io.runboards.site.Notifications.Quiet;
import io.runboards.site.Notifications.Receiver;
import io.runboards.site.Notifications.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads who learns of the alerts of a site. */
final class NotificationsSection {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
  private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;$]+@[^\\s@,;$]+");
  private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");
  private static final Pattern CHANNEL = Pattern.compile("[#@]?[\\p{L}\\p{N}_.-]+");
  private static final String EXAMPLE = "Write letters, digits, - and _";

  private final Fields fields;
  private final Names receivers = new Names("receiver");
  private final Names quiet = new Names("quiet time");
  private final String secrets;

  private NotificationsSection(Fields fields, String secrets) {
    this.fields = fields;
    this.secrets = secrets;
  }

  static Notifications read(Fields site, Notifications usual) {
    String secrets = site.value("secrets", Meanings::path).orElse(usual.secrets());
    return new NotificationsSection(site.below("notifications"), secrets).read();
  }

  private Notifications read() {
    Optional<Mail> mail = mail();
    List<Receiver> all =
        fields
            .entries("receivers")
            .stream()
            .flatMap(entry -> receiver(entry).stream())
            .toList();
    List<Quiet> times =
        fields.entries("quiet").stream()
            .flatMap(
                entry -> QuietSection.read(entry, quiet.fresh(NotificationsSection::name)).stream())
            .toList();
    return new Notifications(
        secrets,
        all,
        fields.value("usual", receivers::of),
        fields.value("heartbeat", receivers::of),
        routes(),
        times,
        mail);
  }

  private Optional<Receiver> receiver(Fields entry) {
    Optional<String> channel =
        entry.value(
            "channel",
            text -> matching(CHANNEL, text, "is no channel", "Write one such as \"#gpu-alerts\""));
    List<Channel> channels =
        Stream.<Optional<? extends Channel>>of(
                entry.secret("pagerduty").map(Channel.PagerDuty::new),
                entry
                    .secret("slack")
                    .map(it -> new Channel.Slack(it, channel.orElse(""))),
                entry.secret("webhook").map(Channel.Webhook::new),
                entry.value("email", NotificationsSection::address).map(Channel.Email::new))
            .<Channel>flatMap(Optional::stream)
            .toList();
    if (Stream.of("pagerduty", "slack", "webhook", "email").noneMatch(entry::has)) {
      entry.wrong("a receiver needs one of pagerduty, slack, webhook and email", "");
    }
    if (entry.has("channel") && !entry.has("slack")) {
      entry.wrong("channel", "only slack has a channel", "");
    }
    if (entry.has("email") && !fields.has("mail")) {
      entry.wrong("email", "nothing says how e-mail is sent", "Add mail: {from: ..., host: ...}");
    }
    return entry
        .value("name", receivers.fresh(NotificationsSection::name))
        .map(name -> new Receiver(name, channels));
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Fields entry : fields.entries("routes")) {
      List<String> to = entry.values("to", receivers::of);
      if (entry.has("to") && entry.size("to") == 0) {
        entry.wrong("to", "a route needs receivers: to: [a, b]", "");
      }
      Route route =
          new Route(
              entry.value(
                  "severity",
                  Meanings.word("severity", List.of(Urgency.values()), Urgency::label)),
              entry.value("team", NotificationsSection::team),
              to,
              entry.values("quiet", quiet::of));
      boolean isClear =
          entry.has("severity") == route.severity().isPresent()
              && entry.has("team") == route.team().isPresent();
      if (isClear && routes.stream().anyMatch(before -> before.takesAllOf(route))) {
        entry.wrong("no alert gets here: a route above takes them all", "Put this one first");
      }
      if (isClear) {
        routes.add(route);
      }
    }
    return routes;
  }

  private Optional<Mail> mail() {
    if (!fields.has("mail")) {
      return Optional.empty();
    }
    Fields mail = fields.below("mail");
    if (mail.has("user") != mail.has("password")) {
      mail.wrong("mail needs both user and password, or neither", "");
    }
    return Optional.of(
        new Mail(
            mail.value("from", NotificationsSection::address).orElse(""),
            mail.value("host", NotificationsSection::server).orElse(""),
            mail.value("user", Good::new).orElse(""),
            mail.secret("password").orElse("")));
  }

  private static Outcome<String> name(String text) {
    return text.equals(Notifications.NOBODY)
        ? new Bad<>(
            "'" + text + "' is the receiver of what nobody learns of", "Choose another name")
        : matching(NAME, text, "is no name", EXAMPLE);
  }

  private static Outcome<String> team(String text) {
    return matching(TEAM, text, "is no name of a team", EXAMPLE);
  }

  private static Outcome<String> address(String text) {
    return matching(ADDRESS, text, "is no e-mail address", "Write one such as team@example.org");
  }

  private static Outcome<String> server(String text) {
    return matching(
        SERVER, text, "is no server with a port", "Write one such as smtp.example.org:587");
  }

  private static Outcome<String> matching(Pattern form, String text, String what, String advice) {
    return Meanings.matching(form, text, "'" + text + "' " + what, advice);
  }
}
