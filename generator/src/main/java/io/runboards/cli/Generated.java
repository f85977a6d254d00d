package io.runboards.cli;

import io.runboards.check.Examined;
import io.runboards.check.Remark;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.emit.OutChanges;
import io.runboards.finding.Excerpt;
import io.runboards.finding.Severity;
import io.runboards.json.JsonWriter;
import io.runboards.site.Site;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of generating a site.
 *
 * @param site the site
 * @param workspace its dashboards
 * @param remarks what is wrong with them
 * @param folder where they are written
 * @param written whether they were written, or only compared
 * @param changes what changed there, or would; empty if something is too wrong for that
 * @param time how long it took
 */
record Generated(
    Site site,
    Workspace workspace,
    List<Remark> remarks,
    String folder,
    boolean written,
    Optional<OutChanges> changes,
    Duration time) {

  void print(PrintWriter out) {
    remarks.stream()
        .filter(remark -> remark.finding().severity() != Severity.INFO)
        .forEach(remark -> print(remark, out));
    if (!written) {
      changes.ifPresent(it -> list(it, out));
    }
    Table table = new Table("site", described(site));
    table.row("dashboards", Integer.toString(workspace.dashboards().size()));
    table.row("panels", Long.toString(panels()));
    table.row("queries", Integer.toString(queries()));
    if (!workspace.rules().isEmpty()) {
      table.row("rules", rules());
    }
    table.row("findings", findings());
    table.row("files", files());
    table.row("time", String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0));
    table.print(out);
  }

  void writeTo(JsonWriter json) {
    json.field("site", site.name());
    json.field("dashboards", workspace.dashboards().size());
    json.field("panels", (int) panels());
    json.field("queries", queries());
    json.field("alerts", (int) workspace.book().alerts().count());
    json.field("recordings", (int) workspace.book().recordings().count());
    json.objects("findings", remarks, Generated::write);
    changes.ifPresent(it ->
        json.object(
            "files",
            files -> {
              files.field("folder", folder);
              files.field("written", written);
              files.field("created", it.created());
              files.field("changed", it.changed());
              files.field("removed", it.removed());
              files.field("unchanged", it.unchanged().size());
            }));
    json.field("milliseconds", (int) time.toMillis());
  }

  static void print(Remark remark, PrintWriter out) {
    out.println(remark.finding() + " [" + remark.finding().id() + "]");
    if (!remark.text().isEmpty()) {
      out.println(Excerpt.of(remark.text(), remark.finding().place()));
    }
  }

  private static void write(JsonWriter json, Remark remark) {
    json.field("source", remark.finding().place().source());
    CheckAnswer.write(json, remark.finding());
    if (!remark.text().isEmpty()) {
      json.field("query", remark.text());
    }
  }

  private void list(OutChanges differences, PrintWriter out) {
    differences.created().forEach(path -> out.println("would create " + folder + "/" + path));
    differences.changed().forEach(path -> out.println("would change " + folder + "/" + path));
    differences.removed().forEach(path -> out.println("would remove " + folder + "/" + path));
  }

  private static String described(Site site) {
    return "%s (Run:ai %s, Grafana %s)"
        .formatted(site.name(), site.cluster(), site.grafana().version());
  }

  private String files() {
    return changes
        .map(it ->
            (written
                    ? "%s created, %s changed, %s removed, %s unchanged in %s"
                    : "%s to create, %s to change, %s to remove, %s unchanged in %s")
                .formatted(
                    it.created().size(),
                    it.changed().size(),
                    it.removed().size(),
                    it.unchanged().size(),
                    folder))
        .orElse("none written, because of the errors");
  }

  private String findings() {
    if (remarks.isEmpty()) {
      return "none";
    }
    return Stream.of(Severity.values())
        .map(severity -> Map.entry(severity, count(severity)))
        .filter(counted -> counted.getValue() > 0)
        .map(counted -> counted.getValue() + " " + plural(counted.getKey(), counted.getValue()))
        .reduce((one, next) -> one + ", " + next)
        .orElseThrow();
  }

  private static String plural(Severity severity, long count) {
    return count == 1 || severity == Severity.INFO ? severity.label() : severity.label() + "s";
  }

  private long count(Severity severity) {
    return remarks.stream().filter(it -> it.finding().severity() == severity).count();
  }

  private String rules() {
    return "%s alerts, %s recording rules, %s tests"
        .formatted(
            workspace.book().alerts().count(),
            workspace.book().recordings().count(),
            workspace.book().files().stream().mapToInt(file -> file.tests().size()).sum());
  }

  private long panels() {
    return dashboards().mapToLong(dashboard -> dashboard.panels().count()).sum();
  }

  private int queries() {
    return dashboards()
        .mapToInt(dashboard ->
            dashboard.annotations().size()
                + dashboard.panels().mapToInt(panel -> panel.frame().data().targets().size()).sum())
        .sum();
  }

  private Stream<Dashboard> dashboards() {
    return workspace.dashboards().stream().map(Examined::dashboard);
  }
}
