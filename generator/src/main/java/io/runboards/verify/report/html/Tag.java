package io.runboards.verify.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of an element.
 *
 * @param name its name
 * @param attributes its attributes, in order
 */
record Tag(String name, List<Attribute> attributes) {

  /** An attribute; one without a value is only there. */
  record Attribute(String name, String value) {}

  Tag {
    attributes = List.copyOf(attributes);
  }

  static Tag of(String name) {
    return new Tag(name, List.of());
  }

  static Tag of(String name, String css) {
    return of(name).with("class", css);
  }

  Tag with(String attribute, String value) {
    List<Attribute> all = new ArrayList<>(attributes);
    all.add(new Attribute(attribute, value));
    return new Tag(name, all);
  }

  Tag with(String attribute) {
    return with(attribute, "");
  }

  /** The same if a condition holds, else without the attribute. */
  Tag withIf(boolean condition, String attribute) {
    return condition ? with(attribute) : this;
  }
}
