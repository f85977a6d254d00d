package io.runboards.emit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      commentCharacter = '%',
      quoteCharacter = '"',
      textBlock =
          """
          plain, text: 2.17 (x) - y!      → plain, text: 2.17 (x) - y!
          a | b                           → a \\| b
          *b* and `c` and [d](e)          → \\*b\\* and \\`c\\` and \\[d\\](e)
          <script> &amp; ~~x~~            → \\<script\\> \\&amp; \\~\\~x\\~\\~
          runai_gpu_count _private_ x_    → runai_gpu_count \\_private\\_ x\\_
          # one C# two #                  → \\# one C# two \\#
          back\\slash                     → back\\\\slash
          """)
  void textStandsForItself(String text, String escaped) {
    assertThat(Markdown.escape(text)).isEqualTo(escaped);
  }

  @Test
  void textStaysOnOneLine() {
    assertThat(Markdown.escape(" one\n\n  two\r\n\tthree ")).isEqualTo("one two three");
    assertThat(Markdown.code("one\ntwo")).isEqualTo("`one two`");
  }

  @Test
  void codeMayHoldBackticksAndPipes() {
    assertThat(Markdown.code("a|b")).isEqualTo("`a|b`");
    assertThat(Markdown.codeInTable("a|b")).isEqualTo("`a\\|b`");
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.code("`a``b")).isEqualTo("``` `a``b ```");
    assertThat(Markdown.fenced("x", "a\nb")).isEqualTo("```x\na\nb\n```");

    assertThat(Markdown.fenced("x", "\n```\n")).isEqualTo("````x\n\n```\n\n````");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '"',
      textBlock =
          """
          on <node>, *now*               → on \\<node>, *now*
          `a < b` and ``c ` < d`` and <e → `a < b` and ``c ` < d`` and \\<e
          see <https://example.org/a>    → see <https://example.org/a>
          already \\<escaped>            → already \\<escaped>
          one ` tick <b>                 → one ` tick \\<b>
          """)
  void whatSomebodyWroteIsNotTakenForHtml(String markdown, String safe) {
    assertThat(Markdown.prose(markdown)).isEqualTo(safe);
  }

  @Test
  void whatSomebodyWroteFitsIntoATable() {
    assertThat(Markdown.inTable("a | `b|c`\n\\| <d>")).isEqualTo("a \\| `b\\|c` \\| \\<d>");
  }
}
