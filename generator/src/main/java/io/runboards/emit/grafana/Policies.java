package io.runboards.emit.grafana;

import io.runboards.emit.YamlWriter;
import io.runboards.emit.alertmanager.Branch;
import io.runboards.emit.alertmanager.Branch.Condition;
import io.runboards.emit.alertmanager.Pace;
import io.runboards.emit.alertmanager.QuietTimes;
import io.runboards.site.Notifications;
import io.runboards.site.Notifications.Quiet;
import java.util.ArrayList;
import java.util.List;

/**
 * Which alerts go where and when nobody is told, as Grafana reads it from files.
 *
 * <p>Grafana has no contact point that tells nobody. What nobody learns of goes to one that is
 * there and is muted at all times. The root of the tree cannot be muted, so a last branch takes
 * what is left there.
 */
final class Policies {
  private static final String NEVER = "runboards-never";
  private static final Quiet ALWAYS_QUIET =
      new Quiet(NEVER, List.of(), List.of("00:00-24:00"), "UTC");

  private final String somebody;

  private Policies(Notifications notifications) {
    this.somebody = notifications.usual().orElse(notifications.receivers().getFirst().name());
  }

  static void write(YamlWriter yaml, Notifications notifications) {
    Policies policies = new Policies(notifications);
    Branch root = Branch.root(notifications);
    yaml.objects("policies", List.of(root), policies::root);
  }

  static void muteTimings(YamlWriter yaml, Notifications notifications) {
    List<Quiet> all = new ArrayList<>(notifications.quiet());
    all.add(ALWAYS_QUIET);
    yaml.objects("muteTimes", all, Policies::muteTiming);
  }

  private static void muteTiming(YamlWriter yaml, Quiet quiet) {
    yaml.field("orgId", 1);
    yaml.field("name", quiet.name());
    yaml.objects("time_intervals", List.of(quiet), QuietTimes::write);
  }

  private void root(YamlWriter yaml, Branch root) {
    List<Branch> branches = new ArrayList<>(root.branches());
    if (isNobody(root)) {
      branches.add(
          new Branch(List.of(), root.receiver(), root.pace(), List.of(), false, List.of()));
    }
    yaml.field("orgId", 1);
    yaml.field("receiver", somebody);
    yaml.field("group_by", Branch.TOLD_TOGETHER);
    pace(yaml, root.pace());
    yaml.objects("routes", branches, (item, it) -> branch(item, it, root.pace()));
  }

  /** A branch whose parent has a pace, which holds for the branch as well. */
  private void branch(YamlWriter yaml, Branch branch, Pace above) {
    yaml.field("receiver", isNobody(branch) ? somebody : branch.receiver());
    if (!branch.when().isEmpty()) {
      yaml.lists("object_matchers", branch.when().stream().map(Policies::matcher).toList());
    }
    if (branch.pace() != above) {
      pace(yaml, branch.pace());
    }
    List<String> muted = isNobody(branch) ? List.of(NEVER) : branch.quiet();
    if (!muted.isEmpty()) {
      yaml.field("mute_time_intervals", muted);
    }
    if (branch.goesOn()) {
      yaml.field("continue", true);
    }
    if (!branch.branches().isEmpty()) {
      yaml.objects("routes", branch.branches(), (item, it) -> branch(item, it, branch.pace()));
    }
  }

  private static boolean isNobody(Branch branch) {
    return branch.receiver().equals(Notifications.NOBODY);
  }

  private static List<String> matcher(Condition condition) {
    return List.of(
        condition.label(), condition.operator(), Provisioning.literal(condition.value()));
  }

  private static void pace(YamlWriter yaml, Pace pace) {
    yaml.field("group_wait", pace.waiting());
    yaml.field("group_interval", pace.interval());
    yaml.field("repeat_interval", pace.repeat());
  }
}
