package io.runboards.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields with values, as a form on a page sends them; a field may come more than once.
 *
 * @param fields the fields, encoded
 */
public record Form(List<String> fields) {
  public static final Form EMPTY = new Form(List.of());

  public Form {
    fields = List.copyOf(fields);
  }

  /** The same form with one more field. */
  public Form with(String name, String value) {
    List<String> more = new ArrayList<>(fields);
    more.add(encoded(name) + "=" + encoded(value));
    return new Form(more);
  }

  /** The fields as they stand behind the question mark of an address. */
  public String query() {
    return String.join("&", fields);
  }

  /** The fields as what a request carries. */
  public Body body() {
    return new Body(
        "application/x-www-form-urlencoded", query().getBytes(StandardCharsets.US_ASCII));
  }

  /** A text as a part of a path or of a form. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
