package io.runboards.verify.report.html;

import java.util.Set;

/**
 * Writes HTML as it comes. Every text and every value of an attribute is escaped, and an element is
 * filled by a block, so none can be left open.
 */
final class Html {
  /** After these a new line changes nothing, and makes the page readable. */
  private static final Set<String> BLOCKS =
      Set.of(
          "article", "body", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "head",
          "header", "html", "li", "main", "meta", "nav", "p", "script", "section", "style",
          "summary", "table", "tbody", "thead", "title", "tr", "ul");

  private static final char UNKNOWN = '\uFFFD';

  private final StringBuilder out = new StringBuilder();

  /** An element that holds what the block writes. */
  void in(Tag tag, Runnable content) {
    open(tag);
    content.run();
    out.append("</").append(tag.name()).append('>');
    end(tag);
  }

  /** An element that holds a text. */
  void in(Tag tag, String text) {
    in(tag, () -> text(text));
  }

  void in(String tag, Runnable content) {
    in(Tag.of(tag), content);
  }

  void in(String tag, String text) {
    in(Tag.of(tag), text);
  }

  /** An element that can hold nothing, such as {@code meta}. */
  void empty(Tag tag) {
    open(tag);
    end(tag);
  }

  void text(String text) {
    escape(text);
  }

  /** What is HTML, CSS or a script already, and our own. */
  void raw(String markup) {
    out.append(markup);
  }

  private void open(Tag tag) {
    out.append('<').append(tag.name());
    for (Tag.Attribute attribute : tag.attributes()) {
      out.append(' ').append(attribute.name());
      if (!attribute.value().isEmpty()) {
        out.append("=\"");
        escape(attribute.value());
        out.append('"');
      }
    }
    out.append('>');
  }

  private void end(Tag tag) {
    if (BLOCKS.contains(tag.name())) {
      out.append('\n');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isText(point) ? point : UNKNOWN);
          }
        });
  }

  /** Control characters, also those that turn texts around, and halves of pairs are no text. */
  private static boolean isText(int point) {
    return point == '\n'
        || point == '\t'
        || point >= ' '
            && !(point >= 0x7F && point < 0xA0)
            && !(point >= 0x202A && point <= 0x202E)
            && !(point >= 0x2066 && point <= 0x2069)
            && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
            && (point & 0xFFFE) != 0xFFFE;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
