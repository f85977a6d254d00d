package io.runboards.site;

import io.runboards.rules.Urgency;
import java.util.List;
import java.util.Optional;

/**
 * Who learns of alerts, and how.
 *
 * @param secrets the folder in which each secret is a file, as Alertmanager and Grafana see it
 * @param receivers those who can learn of alerts
 * @param usual the receiver of alerts that no route fits; empty if nobody learns of them
 * @param heartbeat who is told every five minutes that alerts get through; empty for nobody
 * @param routes which alerts go where: the first that fits decides
 * @param quiet times at which some routes are silent
 * @param mail how e-mail is sent; empty if none is
 */
public record Notifications(
    String secrets,
    List<Receiver> receivers,
    Optional<String> usual,
    Optional<String> heartbeat,
    List<Route> routes,
    List<Quiet> quiet,
    Optional<Mail> mail) {
  /** The receiver of alerts that nobody learns of. */
  public static final String NOBODY = "nobody";

  public static final Notifications NONE =
      new Notifications(
          "/run/secrets",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());

  /**
   * Somebody who can learn of alerts.
   *
   * @param name its name
   * @param channels the ways to reach them, all of which are used
   */
  public record Receiver(String name, List<Channel> channels) {
    public Receiver {
      channels = List.copyOf(channels);
    }
  }

  /** A way to reach somebody. A secret is named by its file, and never known here. */
  public sealed interface Channel {
    /** A channel of a chat, empty for the hook's own; the secret is the address of its hook. */
    record Slack(String secret, String channel) implements Channel {}

    /** An on-call schedule; the secret is its integration key. */
    record PagerDuty(String secret) implements Channel {}

    /** Any program; the secret is its address. */
    record Webhook(String secret) implements Channel {}

    /** A mailbox. */
    record Email(String to) implements Channel {}
  }

  /**
   * Which alerts go where.
   *
   * @param severity only those of this severity; if empty, those of all but info
   * @param team only those for this team
   * @param to the receivers, all of which learn of them
   * @param quiet the times at which they do not
   */
  public record Route(
      Optional<Urgency> severity, Optional<String> team, List<String> to, List<String> quiet) {
    public Route {
      to = List.copyOf(to);
      quiet = List.copyOf(quiet);
    }

    /** Whether no alert that fits the other route gets past this one. */
    public boolean takesAllOf(Route other) {
      return (team.isEmpty() || team.equals(other.team))
          && (severity.isEmpty()
              ? !other.severity.equals(Optional.of(Urgency.INFO))
              : severity.equals(other.severity));
    }
  }

  /**
   * A time that comes again and again.
   *
   * @param name its name
   * @param weekdays the days, such as {@code monday:friday}; all if empty
   * @param times from when to when, such as {@code 18:00-24:00}; all day if empty
   * @param zone the time zone, such as {@code Europe/Berlin}
   */
  public record Quiet(String name, List<String> weekdays, List<String> times, String zone) {
    public Quiet {
      weekdays = List.copyOf(weekdays);
      times = List.copyOf(times);
    }
  }

  /**
   * How e-mail is sent.
   *
   * @param from the sender
   * @param host the server with its port
   * @param user the name to log in with; empty for none
   * @param secret the file of the password; empty for none
   */
  public record Mail(String from, String host, String user, String secret) {}

  /** The file of a secret. */
  public String file(String secret) {
    return secrets + "/" + secret;
  }

  public Notifications {
    receivers = List.copyOf(receivers);
    routes = List.copyOf(routes);
    quiet = List.copyOf(quiet);
  }
}
