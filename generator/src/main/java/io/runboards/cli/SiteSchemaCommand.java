package io.runboards.cli;

import io.runboards.site.SiteSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the schema from which editors complete site files. */
@Command(
    name = "schema",
    description = "Print the JSON schema of site files, for editors.",
    footer = {
      "",
      "It lies beside the sites, whose first line names it:",
      "  # yaml-language-server: $$schema=site.schema.json"
    })
final class SiteSchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(SiteSchema.text());
  }
}
