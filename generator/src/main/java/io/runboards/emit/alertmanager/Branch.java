package io.runboards.emit.alertmanager;

import io.runboards.rules.Alert;
import io.runboards.rules.Urgency;
import io.runboards.site.Notifications;
import io.runboards.site.Notifications.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A branch of the tree that an alert walks down to those who learn of it. It takes the first branch
 * that fits, and the next ones as well after one that lets it go on.
 *
 * @param when what an alert must be to get here; nothing for any
 * @param receiver who learns of it, unless a branch below knows better
 * @param pace how patiently
 * @param quiet the times at which they do not
 * @param goesOn whether the alert also takes the next branch that fits
 * @param branches the branches below
 */
public record Branch(
    List<Condition> when,
    String receiver,
    Pace pace,
    List<String> quiet,
    boolean goesOn,
    List<Branch> branches) {

  /** The alert that always fires, so that its silence tells that alerts do not get through. */
  public static final String WATCHDOG = "Watchdog";

  /** The labels that alerts share which are told in one message. */
  public static final List<String> TOLD_TOGETHER =
      List.of("alertname", Alert.SEVERITY, "clusterId");

  /** A label with a value that an alert must have, or must not have. */
  public record Condition(String label, boolean equal, String value) {
    static Condition is(String label, String value) {
      return new Condition(label, true, value);
    }

    static Condition isNot(String label, String value) {
      return new Condition(label, false, value);
    }

    /** {@code =} or {@code !=}. */
    public String operator() {
      return equal ? "=" : "!=";
    }
  }

  public Branch {
    when = List.copyOf(when);
    quiet = List.copyOf(quiet);
    branches = List.copyOf(branches);
  }

  /** The whole tree. Alerts of severity info only reach those whose route names it. */
  public static Branch root(Notifications notifications) {
    List<Branch> branches = new ArrayList<>();
    branches.add(
        leaf(
            List.of(Condition.is("alertname", WATCHDOG)),
            notifications.heartbeat().orElse(Notifications.NOBODY),
            Pace.HEARTBEAT));
    notifications.routes().forEach(route -> branches.addAll(of(route)));
    String usual = notifications.usual().orElse(Notifications.NOBODY);
    if (isLeft(Urgency.INFO, notifications)) {
      branches.add(leaf(List.of(severity(Urgency.INFO)), Notifications.NOBODY, Pace.INFO));
    }
    if (isLeft(Urgency.CRITICAL, notifications)) {
      branches.add(leaf(List.of(severity(Urgency.CRITICAL)), usual, Pace.CRITICAL));
    }
    return new Branch(List.of(), usual, Pace.WARNING, List.of(), false, branches);
  }

  /** Whether some alerts of a severity get past all routes. */
  private static boolean isLeft(Urgency urgency, Notifications notifications) {
    Route all = new Route(Optional.of(urgency), Optional.empty(), List.of(), List.of());
    return notifications.routes().stream().noneMatch(route -> route.takesAllOf(all));
  }

  /** A route that names no severity is two branches: critical alerts are not gathered for long. */
  private static List<Branch> of(Route route) {
    List<Condition> team =
        route.team().map(it -> Condition.is(Alert.TEAM, it)).map(List::of).orElse(List.of());
    Optional<Urgency> only = route.severity();
    if (only.isPresent()) {
      return List.of(to(route, and(severity(only.get()), team), Pace.of(only.get())));
    }
    return List.of(
        to(route, and(severity(Urgency.CRITICAL), team), Pace.CRITICAL),
        to(route, and(Condition.isNot(Alert.SEVERITY, Urgency.INFO.label()), team), Pace.WARNING));
  }

  /** Each of several receivers has a branch of its own, so that tools which follow it name all. */
  private static Branch to(Route route, List<Condition> when, Pace pace) {
    List<String> receivers = route.to();
    if (receivers.size() == 1) {
      return new Branch(when, receivers.getFirst(), pace, route.quiet(), false, List.of());
    }
    List<Branch> each = new ArrayList<>();
    for (String receiver : receivers) {
      boolean goesOn = !receiver.equals(receivers.getLast());
      each.add(new Branch(List.of(), receiver, pace, route.quiet(), goesOn, List.of()));
    }
    return new Branch(when, receivers.getFirst(), pace, List.of(), false, each);
  }

  private static Branch leaf(List<Condition> when, String receiver, Pace pace) {
    return new Branch(when, receiver, pace, List.of(), false, List.of());
  }

  private static Condition severity(Urgency urgency) {
    return Condition.is(Alert.SEVERITY, urgency.label());
  }

  private static List<Condition> and(Condition first, List<Condition> more) {
    List<Condition> all = new ArrayList<>(List.of(first));
    all.addAll(more);
    return all;
  }
}
