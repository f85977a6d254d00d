package io.runboards.cli;

import io.runboards.deploy.Allowed;
import picocli.CommandLine.Option;

/** What a plan may do besides creating and changing what is ours. */
final class PlanOptions {
  @Option(names = "--adopt", description = "Take over things of the same uid that nobody owns.")
  private boolean adopt;

  @Option(names = "--no-prune", description = "Keep things that are ours and no longer wanted.")
  private boolean keep;

  @Option(
      names = "--max-deletes",
      paramLabel = "N",
      defaultValue = "10",
      description = "Refuse to delete more than this. Default: 10.")
  private int deletes;

  @Option(
      names = "--allow-empty",
      description = "Delete all that is ours, if nothing is wanted at all.")
  private boolean nothing;

  @Option(
      names = "--create-organisations",
      description = "Add organisations that are missing. Not with a token.")
  private boolean adding;

  Allowed allowed() {
    return new Allowed(adopt, !keep, deletes, nothing);
  }

  boolean adding() {
    return adding;
  }
}
