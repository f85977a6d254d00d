package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.verify.report.Proofs;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The page as a text. */
class HtmlReportTest {
  private static final int MEGABYTE = 1_000_000;

  @Test
  void aLargeSiteFitsThreeMegabytes() {
    assertThat(size(17, 15)).isBetween(MEGABYTE, 3 * MEGABYTE);
  }

  @Test
  void itsSizeGrowsWithTheNumberOfPanels() {
    assertThat(size(2, 30) - size(2, 20)).isCloseTo(size(2, 20) - size(2, 10), within(5));
  }

  private static Percentage within(int percent) {
    return Percentage.withPercentage(percent);
  }

  private static int size(int dashboards, int panels) {
    return HtmlReport.of(Proofs.large(dashboards, panels)).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void itNamesNoOtherAddress() {
    String page = HtmlReport.of(Proofs.mixed());
    assertThat(page).doesNotContain("http:", "https:", "url(", "@import", " style=", " onclick=");
    assertThat(Pattern.compile("(?:src|href)=\"(?!#|data:,)").matcher(page).find()).isFalse();
  }

  @Test
  void theSameProofIsTheSamePage() {
    assertThat(HtmlReport.of(Proofs.mixed())).isEqualTo(HtmlReport.of(Proofs.mixed()));
  }
}
