package io.runboards.cli;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.PanelIds;
import io.runboards.dashboard.WrongDashboard;
import io.runboards.query.WrongQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Has dashboards defined for an installation, and tells which line of Java wrote a wrong one. */
final class Definitions {
  private static final Pattern NOT_WRITTEN_BY_AUTHORS =
      Pattern.compile("(io\\.runboards\\.(query|dashboard|promql|catalog)|java|jdk)\\..*");

  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Dashboard> byUid = new LinkedHashMap<>();

  private Definitions() {}

  /** All dashboards; whatever is wrong with any of them makes the command fail. */
  static List<Dashboard> of(List<DashboardSource> sources, Installation installation) {
    Definitions definitions = new Definitions();
    sources.forEach(source -> definitions.define(source, installation));
    if (!definitions.wrong.isEmpty()) {
      throw new CommandFailed(String.join("\n", definitions.wrong));
    }
    return List.copyOf(definitions.byUid.values());
  }

  private void define(DashboardSource source, Installation installation) {
    Dashboard dashboard;
    try {
      dashboard = Objects.requireNonNull(source.define(installation), "define() returned nothing");
    } catch (WrongDashboard | WrongQuery e) {
      wrong.add(line(e) + ": " + e.getMessage());
      return;
    } catch (RuntimeException e) {
      wrong.add(line(e) + ": " + e);
      return;
    }
    try {
      PanelIds.of(dashboard);
    } catch (WrongDashboard e) {
      wrong.add(dashboard.origin() + ": in '" + dashboard.uid() + "', " + e.getMessage());
    }
    Dashboard other = byUid.putIfAbsent(dashboard.uid(), dashboard);
    if (other != null) {
      wrong.add(
          "%s: there is a dashboard '%s' already, in %s"
              .formatted(dashboard.origin(), dashboard.uid(), other.origin()));
    }
  }

  /** The line that its author wrote. */
  private static String line(RuntimeException e) {
    return Arrays.stream(e.getStackTrace())
        .takeWhile(frame -> !frame.getClassName().equals(Definitions.class.getName()))
        .filter(frame -> !NOT_WRITTEN_BY_AUTHORS.matcher(frame.getClassName()).matches())
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("a dashboard");
  }
}
