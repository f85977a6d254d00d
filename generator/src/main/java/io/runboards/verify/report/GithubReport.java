package io.runboards.verify.report;

import io.runboards.verify.proof.Proof;
import java.io.PrintWriter;

/**
 * A report that GitHub Actions shows beside a run and in the source: a line for each error and
 * warning.
 */
public final class GithubReport {
  private GithubReport() {}

  /**
   * Prints it.
   *
   * @param sources where the files are that the flaws are shown in
   */
  public static void print(Proof proof, Sources sources, PrintWriter out) {
    for (Complaint complaint : Complaint.serious(proof)) {
      String place =
          complaint
              .origin()
              .map(it -> "file=%s,line=%s,".formatted(property(sources.path(it)), it.line()))
              .orElse("");
      String title = "%s [%s]".formatted(complaint.subject(), complaint.flaw().id());
      out.println(
          "::%s %stitle=%s::%s"
              .formatted(
                  complaint.flaw().severity().label(),
                  place,
                  property(title),
                  escaped(complaint.flaw().message())));
    }
    out.println(
        "::notice title=%s::%s"
            .formatted(
                property("runboards verify " + proof.site()), escaped(Tally.of(proof).sentence())));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
