package io.runboards.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Place PLACE = new Place("a.yml", 2, 3, 7, 9);

  @Test
  void isOneLineWithPlaceSeverityAndMessage() {
    assertThat(new Finding("x", Severity.ERROR, "no such metric", PLACE, ""))
        .hasToString("a.yml:2:3: error: no such metric");
    assertThat(new Finding("x", Severity.WARNING, "an old metric", PLACE, ""))
        .hasToString("a.yml:2:3: warning: an old metric");
  }

  @Test
  void theAdviceFollowsTheMessage() {
    assertThat(new Finding("x", Severity.INFO, "an old metric", PLACE, "Use the new one."))
        .hasToString("a.yml:2:3: info: an old metric. Use the new one.");
  }

  @Test
  void needsAnIdAndAMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(" ", Severity.ERROR, "message", PLACE, ""))
        .withMessage("a finding needs an id and a message");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding("x", Severity.ERROR, "", PLACE, ""))
        .withMessage("a finding needs an id and a message");
  }

  @Test
  void lacksNothing() {
    assertThatNullPointerException().isThrownBy(() -> new Finding("x", null, "message", PLACE, ""));
    assertThatNullPointerException()
        .isThrownBy(() -> new Finding("x", Severity.ERROR, "message", null, ""));
    assertThatNullPointerException()
        .isThrownBy(() -> new Finding("x", Severity.ERROR, "message", PLACE, null));
  }

  @Test
  void everySeverityIsCalledLikeItsConstant() {
    assertThat(Arrays.stream(Severity.values()).map(Severity::label))
        .containsExactly("error", "warning", "info");
  }
}
