package io.runboards.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void showsTheLineAndCaretsUnderThePlace() {
    assertThat(excerpt("sum(foo bar)", "bar")).isEqualTo("  sum(foo bar)\n          ^^^");
    assertThat(excerpt("foo", "foo")).isEqualTo("  foo\n  ^^^");
  }

  @Test
  void showsOnlyTheLineOfThePlace() {
    assertThat(excerpt("a\n  b c\nd", "c")).isEqualTo("    b c\n      ^");
    assertThat(excerpt("a\n\n\nd", "d")).isEqualTo("  d\n  ^");
  }

  @Test
  void whatSpansLinesIsMarkedToTheEndOfItsFirstLine() {
    assertThat(excerpt("x (a\nb) y", "(a\nb)")).isEqualTo("  x (a\n    ^^");
  }

  @Test
  void aPlaceWithoutCharactersGetsOneCaret() {
    assertThat(at("foo", 1, 1)).isEqualTo("  foo\n   ^");
  }

  @Test
  void theEndOfTheTextIsBehindTheLastCharacter() {
    assertThat(at("sum(", 4, 4)).isEqualTo("  sum(\n      ^");
    assertThat(at("sum(\n", 5, 5)).isEqualTo("\n  ^");
    assertThat(at("", 0, 0)).isEqualTo("\n  ^");
  }

  @Test
  void blanksBehindTheLineAreNotShown() {
    assertThat(at("sum(   ", 7, 7)).isEqualTo("  sum(\n         ^");
  }

  @Test
  void linesMayEndLikeOnWindows() {
    assertThat(excerpt("a\r\nb c\r\nd", "c")).isEqualTo("  b c\n    ^");
    assertThat(at("a\r\n", 1, 3)).isEqualTo("  a\n   ^");
  }

  @Test
  void tabsAndControlCharactersAreShownAsBlanks() {
    assertThat(excerpt("\tsum(\t\tfoo bar)", "bar"))
        .isEqualTo("   sum(  foo bar)\n             ^^^");
    assertThat(excerpt("a\rb c", "c")).isEqualTo("  a b c\n      ^");
    assertThat(excerpt("\u001b[31ma b", "b")).isEqualTo("   [31ma b\n         ^");
  }

  @Test
  void charactersThatTakeTwoColumnsMoveTheCarets() {
    assertThat(excerpt("{a=\"東京😀\"} b", "b")).isEqualTo("  {a=\"東京😀\"} b\n               ^");
    assertThat(excerpt("sum（a）", "（")).isEqualTo("  sum（a）\n     ^^");
    assertThat(excerpt("a 😀😀", "😀😀")).isEqualTo("  a 😀😀\n    ^^^^");
  }

  @Test
  void charactersThatTakeNoColumnDoNot() {
    assertThat(excerpt("e\u0301e\u0301 b", "b")).isEqualTo("  e\u0301e\u0301 b\n     ^");
    assertThat(excerpt("a\ufeffb", "\ufeff")).isEqualTo("  a\ufeffb\n   ^");
  }

  @Test
  void othersTakeOne() {
    assertThat(excerpt("{é=\"ß→𝛼\"} b", "b")).isEqualTo("  {é=\"ß→𝛼\"} b\n            ^");
  }

  @Test
  void ofALongLineAHundredCharactersAroundThePlaceAreShown() {
    String left = "l".repeat(150);
    String right = "r".repeat(150);
    assertThat(excerpt(left + "#" + right, "#"))
        .isEqualTo("  …" + "l".repeat(50) + "#" + "r".repeat(49) + "…\n   " + " ".repeat(50) + "^");
  }

  @Test
  void theStartOfALongLineIsCutOnlyAtTheEnd() {
    assertThat(excerpt("ab" + "r".repeat(300), "ab"))
        .isEqualTo("  ab" + "r".repeat(98) + "…\n  ^^");
  }

  @Test
  void theEndOfALongLineIsCutOnlyAtTheStart() {
    String text = "l".repeat(300);
    assertThat(at(text, 300, 300))
        .isEqualTo("  …" + "l".repeat(100) + "\n   " + " ".repeat(100) + "^");
    assertThat(at(text + "#", 300, 301))
        .isEqualTo("  …" + "l".repeat(99) + "#\n   " + " ".repeat(99) + "^");
  }

  @Test
  void aLineOfAHundredCharactersIsNotCut() {
    String text = "l".repeat(99) + "#";
    assertThat(at(text, 99, 100)).isEqualTo("  " + text + "\n  " + " ".repeat(99) + "^");
  }

  @Test
  void caretsEndWhereALongLineIsCut() {
    String text = "a ".repeat(150);
    assertThat(at(text, 0, 300)).isEqualTo("  " + "a ".repeat(50) + "…\n  " + "^".repeat(100));
  }

  @Test
  void aPairOfUtf16UnitsIsNeverCutInTwo() {
    assertThat(excerpt("😀".repeat(200) + "#", "#"))
        .isEqualTo("  …" + "😀".repeat(99) + "#\n   " + " ".repeat(198) + "^");
  }

  @Test
  void aPlaceThatIsNotInTheTextIsShownAtItsEnd() {
    assertThat(Excerpt.of("ab", new Place("x", 1, 9, 8, 9))).isEqualTo("  ab\n    ^");
    assertThat(Excerpt.of("ab", new Place("x", 5, 1, 8, 9))).isEqualTo("\n  ^");
  }

  private static String excerpt(String text, String part) {
    int from = text.indexOf(part);
    return at(text, from, from + part.length());
  }

  private static String at(String text, int from, int to) {
    return Excerpt.of(text, Place.in("x", text, from, to));
  }
}
