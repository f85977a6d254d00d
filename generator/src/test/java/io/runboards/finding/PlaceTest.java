package io.runboards.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void countsLinesAndColumnsFromOneAndOffsetsFromZero() {
    assertThat(Place.in("a.yml", "abc", 0, 1)).isEqualTo(new Place("a.yml", 1, 1, 0, 1));
    assertThat(Place.in("a.yml", "abc", 2, 3)).isEqualTo(new Place("a.yml", 1, 3, 2, 3));
    assertThat(Place.in("a.yml", "a\nbc\nd", 3, 4)).isEqualTo(new Place("a.yml", 2, 2, 3, 4));
    assertThat(Place.in("a.yml", "a\nbc\nd", 5, 6)).isEqualTo(new Place("a.yml", 3, 1, 5, 6));
  }

  @Test
  void aLineFeedEndsItsOwnLine() {
    assertThat(Place.in("x", "ab\ncd", 2, 3)).isEqualTo(new Place("x", 1, 3, 2, 3));
    assertThat(Place.in("x", "\n\n", 1, 2)).isEqualTo(new Place("x", 2, 1, 1, 2));
  }

  @Test
  void aCarriageReturnIsACharacterOfItsLine() {
    assertThat(Place.in("x", "a\r\nbc", 1, 2)).isEqualTo(new Place("x", 1, 2, 1, 2));
    assertThat(Place.in("x", "a\r\nbc", 3, 4)).isEqualTo(new Place("x", 2, 1, 3, 4));
    assertThat(Place.in("x", "a\rb", 2, 3)).isEqualTo(new Place("x", 1, 3, 2, 3));
  }

  @Test
  void aCharacterOfTwoUtf16UnitsCountsOnce() {
    String text = "😀\n{a=\"😀😀\"} b";
    assertThat(text.indexOf('b')).isEqualTo(14);
    assertThat(Place.in("x", text, 14, 15)).isEqualTo(new Place("x", 2, 10, 11, 12));
    assertThat(Place.in("x", text, 7, 11)).isEqualTo(new Place("x", 2, 5, 6, 8));
  }

  @Test
  void theEndOfTheTextIsAPlace() {
    assertThat(Place.in("x", "", 0, 0)).isEqualTo(new Place("x", 1, 1, 0, 0));
    assertThat(Place.in("x", "ab", 2, 2)).isEqualTo(new Place("x", 1, 3, 2, 2));
    assertThat(Place.in("x", "ab\n", 3, 3)).isEqualTo(new Place("x", 2, 1, 3, 3));
  }

  @Test
  void aPlaceMaySpanLines() {
    assertThat(Place.in("x", "ab\ncd", 1, 5)).isEqualTo(new Place("x", 1, 2, 1, 5));
  }

  @Test
  void isWrittenSoThatEditorsMakeALinkOfIt() {
    assertThat(new Place("site.yml", 12, 3, 99, 100)).hasToString("site.yml:12:3");
  }

  @Test
  void liesInItsSource() {
    refuses(0, 1, 0, 0, "a place must lie in its source: 0:1, 0 to 0");
    refuses(1, 0, 0, 0, "a place must lie in its source: 1:0, 0 to 0");
    refuses(1, 1, -1, 0, "a place must lie in its source: 1:1, -1 to 0");
    refuses(1, 1, 5, 4, "a place must lie in its source: 1:1, 5 to 4");
  }

  private static void refuses(int line, int column, int start, int end, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Place("x", line, column, start, end))
        .withMessage(why);
  }
}
