package io.runboards.cli;

import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.IncidentsPage;
import io.runboards.verify.report.Sources;
import io.runboards.verify.report.html.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where a proof is told, and how. */
final class ReportOptions {
  private static final String SOURCES = "src/main/java";

  @Option(
      names = "--format",
      paramLabel = "text|json|junit|sarif|github",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private VerifyFormat format;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {"Write the report to a file in this format, and", "print it as text."})
  private Optional<String> report = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with a plot of every panel.")
  private Optional<String> html = Optional.empty();

  @Option(
      names = "--incidents-page",
      paramLabel = "FILE",
      description = "Write a page about incidents, in Markdown.")
  private Optional<String> incidents = Optional.empty();

  /** The same with files that can be written. */
  Open open(Surroundings around) {
    return new Open(
        format,
        report.map(it -> WholeFile.at(it, around)),
        html.map(it -> WholeFile.at(it, around)),
        incidents.map(it -> WholeFile.at(it, around)),
        sources(around.folder()));
  }

  /**
   * Where a proof is told.
   *
   * @param format how it is told
   * @param report where, unless it is printed
   * @param html the file of the page
   * @param incidents the file of the page about incidents
   * @param sources where source files are
   */
  record Open(
      VerifyFormat format,
      Optional<WholeFile> report,
      Optional<WholeFile> html,
      Optional<WholeFile> incidents,
      Sources sources) {
    void print(Proof proof, PrintWriter out) {
      html.ifPresent(it -> it.write(HtmlReport.of(proof)));
      incidents.ifPresent(it -> it.write(IncidentsPage.of(proof)));
      report.ifPresent(it -> it.write(text(proof)));
      (report.isPresent() ? VerifyFormat.TEXT : format).print(proof, sources, out);
    }

    private String text(Proof proof) {
      StringWriter text = new StringWriter();
      PrintWriter printer = new PrintWriter(text);
      format.print(proof, sources, printer);
      printer.flush();
      return text.toString();
    }
  }

  /** The source files of a project that this runs in. */
  private static Sources sources(Path folder) {
    try (Stream<Path> modules = Files.list(folder.toAbsolutePath())) {
      return Sources.of(
          modules
              .map(module -> module.resolve(SOURCES))
              .filter(Files::isDirectory)
              .sorted()
              .flatMap(ReportOptions::below)
              .map(file -> folder.toAbsolutePath().relativize(file).toString())
              .toList());
    } catch (IOException e) {
      return Sources.UNKNOWN;
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
