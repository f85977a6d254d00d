package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.PanelIds;
import io.runboards.dashboard.WrongDashboard;
import io.runboards.flow.World;
import io.runboards.query.WrongQuery;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Has dashboards defined for a site, and tells which line of Java wrote a wrong one. */
final class Definitions {
  private static final Pattern NOT_WRITTEN_BY_AUTHORS =
      Pattern.compile("(io\\.runboards\\.(query|dashboard|promql|catalog)|java|jdk)\\..*");

  private final List<String> wrong = new ArrayList<>();
  private final List<Dashboard> dashboards = new ArrayList<>();

  private Definitions() {}

  /** All dashboards; one that cannot be right makes the command fail. */
  static Workspace of(Content content, Site site) {
    Definitions definitions = new Definitions();
    content.dashboards().forEach(source -> definitions.define(source, site.installation()));
    if (!definitions.wrong.isEmpty()) {
      throw new CommandFailed(String.join("\n", definitions.wrong));
    }
    try {
      return Workspace.of(definitions.dashboards, world(content, site), site.cluster());
    } catch (WrongDashboard | WrongQuery e) {
      throw new CommandFailed("on clusters of version " + site.cluster() + ", " + e.getMessage());
    }
  }

  private static World world(Content content, Site site) {
    World world = site.world();
    return new World(world.catalog().with(content.family()), world.extraLabels());
  }

  private void define(DashboardSource source, Installation installation) {
    Dashboard dashboard;
    try {
      dashboard = source.define(installation);
    } catch (WrongDashboard | WrongQuery e) {
      wrong.add(line(e) + ": " + e.getMessage());
      return;
    } catch (RuntimeException e) {
      wrong.add(line(e) + ": " + e);
      return;
    }
    if (dashboard == null) {
      wrong.add(source.getClass().getName() + " defines no dashboard");
      return;
    }
    try {
      PanelIds.of(dashboard);
      dashboards.add(dashboard);
    } catch (WrongDashboard e) {
      wrong.add(e.getMessage());
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
