package io.runboards.verify.sign;

import static io.runboards.verify.store.LoadedStore.at;
import static io.runboards.verify.store.LoadedStore.curve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.verify.unit.UnitText;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change is what nobody overlooks on a plot, told in the unit of the panel. */
class ChangeTest {

  /** What changed in an incident from the tenth minute to the twentieth. */
  private static Optional<Change> change(String values) {
    String[] words = values.split(" ");
    int[] minutes = IntStream.range(0, words.length).filter(i -> !words[i].equals("_")).toArray();
    double[] numbers =
        IntStream.of(minutes).mapToDouble(i -> Double.parseDouble(words[i])).toArray();
    return Change.of(curve("x", minutes, numbers), at(10), at(20));
  }

  private static String repeated(String words, int times) {
    return (words + " ").repeat(times).strip();
  }

  /** Ten minutes of one thing, ten of another. */
  private static Optional<Change> from(String before, String during) {
    return change(repeated(before, 10) + " " + repeated(during, 10));
  }

  private static String words(Optional<Change> change, String unit) {
    return change.orElseThrow().words(UnitText.of(unit));
  }

  @Test
  void itIsToldInTheUnitOfThePanel() {
    assertThat(words(from("0.12", "0.98"), "percentunit")).isEqualTo("12% → 98%");
    assertThat(words(from("1.2", "95"), "s")).isEqualTo("1.2 s → 1.58 min");
    assertThat(words(from("1073741824", "85899345920"), "bytes")).isEqualTo("1 GiB → 80 GiB");
    assertThat(words(from("8", "0"), "none")).isEqualTo("8 → 0");
  }

  @Test
  void aSeriesAppearsOrDisappears() {
    assertThat(words(from("_", "0.5"), "percentunit")).isEqualTo("appears: 50%");
    assertThat(words(from("0.5", "_"), "percentunit")).isEqualTo("disappears");
    assertThat(from("_", "_")).isEmpty();
    assertThat(words(from("NaN", "3"), "none")).isEqualTo("appears: 3");
  }

  @Test
  void onlyTheSecondHalfOfTheIncidentCounts() {
    assertThat(change(repeated("1", 10) + " " + repeated("9", 5) + " " + repeated("1", 5)))
        .isEmpty();
    assertThat(change(repeated("1", 10) + " " + repeated("1", 5) + " " + repeated("9", 5)))
        .isPresent();
  }

  @Test
  void whatStaysAboutTheSameIsNoChange() {
    assertThat(from("100", "100")).isEmpty();
    assertThat(from("100", "124")).isEmpty();
    assertThat(from("100", "126")).isPresent();
  }

  @Test
  void whatVariesMuchMustChangeMore() {
    assertThat(change(repeated("10 30", 5) + " " + repeated("50", 10))).isEmpty();
    assertThat(change(repeated("10 30", 5) + " " + repeated("99", 10))).isPresent();
  }

  @Test
  void aLargerChangeIsStronger() {
    assertThat(
            Stream.of(from("1", "90"), from("1", "2"), from("_", "2"))
                .map(Optional::orElseThrow)
                .sorted()
                .map(it -> it.words(UnitText.of("none"))))
        .containsExactly("1 → 2", "appears: 2", "1 → 90");
    assertThat(from("1", "2").orElseThrow().strength()).isCloseTo(4, within(1e-9));
    assertThat(from("0", "1").orElseThrow().strength()).as("as strong as can be").isEqualTo(100);
  }
}
