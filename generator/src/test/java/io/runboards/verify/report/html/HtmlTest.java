package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever a text holds, it stays a text. */
class HtmlTest {
  @Test
  void textsAndValuesAreEscaped() {
    Html html = new Html();
    html.in(Tag.of("b").with("title", "\"><i>").withIf(false, "hidden"), "<&>'");
    assertThat(html).hasToString("<b title=\"&quot;&gt;&lt;i&gt;\">&lt;&amp;&gt;&#39;</b>");
  }

  @Test
  void whatIsNoTextIsMarked() {
    Html html = new Html();
    html.text("a\u0000b\u0085c\uD800d\uFFFFe\u202Ef\u2066g\n\t😀");
    assertThat(html).hasToString("a�b�c�d�e�f�g\n\t😀");
  }

  @Test
  void anAttributeWithoutAValueIsOnlyThere() {
    Html html = new Html();
    html.empty(Tag.of("input").withIf(true, "disabled"));
    assertThat(html).hasToString("<input disabled>");
  }
}
