package io.runboards.cli;

import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.GithubReport;
import io.runboards.verify.report.JsonReport;
import io.runboards.verify.report.JunitReport;
import io.runboards.verify.report.SarifReport;
import io.runboards.verify.report.Sources;
import io.runboards.verify.report.TextReport;
import java.io.PrintWriter;

/** How a proof is printed: for people, for programs, or for pipelines. */
enum VerifyFormat {
  TEXT,
  JSON,
  JUNIT,
  SARIF,
  GITHUB;

  void print(Proof proof, Sources sources, PrintWriter out) {
    switch (this) {
      case TEXT -> TextReport.print(proof, out);
      case JSON -> JsonReport.print(proof, out);
      case JUNIT -> JunitReport.print(proof, out);
      case SARIF -> SarifReport.print(proof, sources, out);
      case GITHUB -> GithubReport.print(proof, sources, out);
    }
  }
}
