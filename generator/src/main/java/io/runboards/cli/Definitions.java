package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.PanelIds;
import io.runboards.dashboard.WrongDashboard;
import io.runboards.query.WrongQuery;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.WrongRule;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Has dashboards and rules defined for a site, and tells which line of Java wrote a wrong one. */
final class Definitions {
  private static final Pattern NOT_WRITTEN_BY_AUTHORS =
      Pattern.compile("(io\\.runboards\\.(query|dashboard|rules|promql|catalog)|java|jdk)\\..*");

  private final List<String> wrong = new ArrayList<>();

  private Definitions() {}

  /** All dashboards and rules; one that cannot be right makes the command fail. */
  static Workspace of(Content content, Site site) {
    Definitions definitions = new Definitions();
    Installation at = site.installation();
    List<Dashboard> dashboards =
        content.dashboards().stream()
            .flatMap(source -> definitions.define(source, () -> source.define(at)).stream())
            .filter(definitions::hasIds)
            .toList();
    List<RuleFile> rules =
        content.rules().stream()
            .flatMap(source -> definitions.define(source, () -> source.define(at)).stream())
            .toList();
    if (!definitions.wrong.isEmpty()) {
      throw new CommandFailed(String.join("\n", definitions.wrong));
    }
    try {
      return Workspace.of(dashboards, new RuleBook(rules), site.world(), site.cluster());
    } catch (WrongDashboard | WrongQuery | WrongRule e) {
      throw new CommandFailed("on clusters of version " + site.cluster() + ", " + e.getMessage());
    }
  }

  private <T> Optional<T> define(Object source, Supplier<T> definition) {
    try {
      T defined = definition.get();
      if (defined == null) {
        wrong.add(source.getClass().getName() + " defines nothing");
      }
      return Optional.ofNullable(defined);
    } catch (WrongDashboard | WrongQuery | WrongRule e) {
      wrong.add(line(e) + ": " + e.getMessage());
    } catch (ExceptionInInitializerError e) {
      wrong.add(line(e.getCause()) + ": " + e.getCause().getMessage());
    } catch (RuntimeException e) {
      wrong.add(line(e) + ": " + e);
    }
    return Optional.empty();
  }

  private boolean hasIds(Dashboard dashboard) {
    try {
      PanelIds.of(dashboard);
      return true;
    } catch (WrongDashboard e) {
      wrong.add(e.getMessage());
      return false;
    }
  }

  /** The line that its author wrote. */
  private static String line(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .takeWhile(frame -> !frame.getClassName().equals(Definitions.class.getName()))
        .filter(frame -> !NOT_WRITTEN_BY_AUTHORS.matcher(frame.getClassName()).matches())
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("a dashboard or rule");
  }
}
