package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.rules.Audience;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.cause.MissingSeries;
import io.runboards.verify.cause.WhyEmpty;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the rules of a workspace over a stretch of history.
 *
 * @param store the store that is read and written
 * @param workspace the rules
 * @param over the stretch of history
 */
record RuleRun(Store store, Workspace workspace, Stretch over) {

  /** Records what the recording rules record; other rules and dashboards may then read it. */
  List<Recorder.Outcome> record() {
    List<RuleGroup> groups = files().flatMap(file -> file.groups().stream()).toList();
    return new Recorder(store, over).run(workspace.graph().inOrder(groups));
  }

  /** The same outcomes; of a rule that recorded nothing it is said why. */
  List<Recorder.Outcome> explained(List<Recorder.Outcome> outcomes) {
    return outcomes.stream().map(this::explained).toList();
  }

  private Recorder.Outcome explained(Recorder.Outcome outcome) {
    return outcome.isEmpty() ? outcome.because(why(outcome.rule(), outcome.group())) : outcome;
  }

  private String why(Recording rule, RuleGroup group) {
    MissingSeries missing =
        new MissingSeries(store.api(), workspace.world().catalog(), workspace.version());
    return new WhyEmpty(store, missing, over, group.every().duration())
        .of(rule.series().expr())
        .words();
  }

  /** What the alerts would have done. */
  List<Watch.Outcome> watch() {
    Watch watch = new Watch(store, over);
    return files()
        .flatMap(file -> file.groups().stream())
        .flatMap(group -> group.alerts().map(alert -> watch.run(alert, group)))
        .toList();
  }

  /** The rules that read what one tenant or the operator of the store has. */
  private Stream<RuleFile> files() {
    return files(workspace);
  }

  static Stream<RuleFile> files(Workspace workspace) {
    return workspace.book().files().stream().filter(file -> file.audience() != Audience.FEDERATION);
  }

  /** The name of the file that a rule stands in. */
  static String fileOf(Workspace workspace, RuleGroup group) {
    return workspace.book().files().stream()
        .filter(file -> file.groups().contains(group))
        .map(RuleFile::name)
        .findFirst()
        .orElse("");
  }
}
