package io.runboards.cli;

import io.runboards.check.DashboardChecks;
import io.runboards.check.Remark;
import io.runboards.check.RuleChecks;
import io.runboards.check.SiteChecks;
import io.runboards.check.Workspace;
import io.runboards.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The dashboards and rules of a site, if nothing is wrong with them. */
final class Checked {
  private Checked() {}

  /** What is wrong with a site and its workspace. */
  static List<Remark> remarks(SiteLookup.Found found, Workspace workspace) {
    List<Remark> remarks = new ArrayList<>(DashboardChecks.check(workspace));
    remarks.addAll(RuleChecks.check(workspace, found.site().groupLimits()));
    remarks.addAll(SiteChecks.check(found.site(), found.places(), workspace));
    return remarks;
  }

  static boolean isError(Remark remark) {
    return remark.finding().severity() == Severity.ERROR;
  }

  /**
   * The workspace of a site. Errors are printed, and make the command fail.
   *
   * @param undone what is not done then, such as {@code deployed}
   */
  static Workspace workspace(
      SiteLookup.Found found, Surroundings around, PrintWriter err, String undone) {
    Workspace workspace = Definitions.of(around.content(), found.site());
    List<Remark> errors = remarks(found, workspace).stream().filter(Checked::isError).toList();
    if (!errors.isEmpty()) {
      errors.forEach(remark -> Generated.print(remark, err));
      throw new CommandFailed("nothing is %s, because of the errors".formatted(undone));
    }
    return workspace;
  }
}
