package io.runboards.cli;

import io.runboards.check.Remark;
import io.runboards.check.Workspace;
import io.runboards.emit.CannotWrite;
import io.runboards.emit.OutChanges;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.json.JsonWriter;
import io.runboards.site.Site;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes all files of a site. */
@Command(
    name = "generate",
    description = "Check the dashboards and rules and write all files of a site.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or something wrong was found: nothing was written",
      " 2:with --check, the files are not as they should be",
      "64:the command line is wrong"
    },
    footer = {
      "",
      "Only files that differ are written. Files that runboards wrote once and does no",
      "longer are deleted; files of others are left alone.",
      "",
      "Examples:",
      "  runboards generate",
      "  runboards generate --site example --set grafana.version=9.4 --out /tmp/old",
      "  runboards generate --check"
    })
final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;

  @Option(
      names = "--site",
      paramLabel = "NAME|FILE",
      defaultValue = "example",
      description = {
        "The site: the name of a file in provisioning/sites, or the file itself.",
        "Default: example."
      })
  private String site;

  @Mixin private SiteOptions options;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Where the folder of the site is written. Default: out.")
  private String out;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Option(
      names = "--check",
      description = "Write nothing; tell what would change, and exit with 2 if anything would.")
  private boolean check;

  @Override
  public Integer call() {
    Surroundings around = runboards.around();
    Instant start = around.clock().instant();
    SiteLookup.Found found = SiteLookup.read(site, options, around);
    Site target = found.site();
    Workspace workspace = Definitions.of(around.content(), target);
    List<Remark> remarks = Checked.remarks(found, workspace);
    Path folder = folder(around).resolve(target.name());
    Optional<OutChanges> changes =
        remarks.stream().anyMatch(Checked::isError)
            ? Optional.empty()
            : Optional.of(write(folder, SiteFiles.of(found, workspace)));
    Duration time = Duration.between(start, around.clock().instant());
    report(new Generated(target, workspace, remarks, folder.toString(), !check, changes, time));
    if (changes.isEmpty()) {
      return ExitCode.FAILED;
    }
    return check && !changes.get().isNone() ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  private Path folder(Surroundings around) {
    try {
      return around.folder().resolve(out);
    } catch (InvalidPathException e) {
      throw new CommandFailed("'" + out + "' is no folder");
    }
  }

  private OutChanges write(Path folder, List<OutFile> files) {
    try {
      return check ? OutFolder.at(folder).compare(files) : OutFolder.at(folder).write(files);
    } catch (CannotWrite e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  private void report(Generated generated) {
    PrintWriter target = spec.commandLine().getOut();
    if (format == Format.JSON) {
      JsonWriter.pretty(target, generated::writeTo);
    } else {
      generated.print(target);
    }
  }
}
