package io.runboards.emit.docs;

import io.runboards.emit.Templates;

/** The templates of all pages. */
final class Pages {
  static final Templates TEMPLATES = Templates.beside(Pages.class, Markdown.FORMAT);

  private Pages() {}
}
