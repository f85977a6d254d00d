package io.runboards.verify.prometheus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What every request to a store carries besides its question, such as the tenant.
 *
 * <p>Values may be secrets: they are not printed.
 *
 * @param values the values by their names
 */
public record Headers(Map<String, String> values) {
  public static final Headers NONE = new Headers(Map.of());

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern SENDABLE = Pattern.compile("[ -~\t]*");

  public Headers {
    values.forEach(Headers::check);
    values = Map.copyOf(values);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'%s' cannot be the name of a header".formatted(name));
    }
    if (!SENDABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the header %s holds a line break or another odd character".formatted(name));
    }
  }

  /** The same headers and one more. */
  public Headers with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(values);
    more.remove(name);
    more.put(name, value);
    return new Headers(more);
  }

  /** For a tenant of Mimir; several are separated by {@code |}. */
  public static Headers ofTenant(String tenant) {
    return NONE.with("X-Scope-OrgID", tenant);
  }

  @Override
  public String toString() {
    return new TreeMap<>(values).keySet().toString();
  }
}
