package io.runboards.deploy.grafana;

import io.runboards.deploy.Trouble;
import io.runboards.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that a server gives out page by page. */
final class Pages {
  private static final int SIZE = 1000;

  /** A server that never ends its list is broken. */
  private static final int MOST = 1000;

  private Pages() {}

  /**
   * All items of all pages.
   *
   * @param path the list, to which the size and number of the page are added
   * @param limit what the size is called
   * @param items where the items stand in a page
   */
  static List<JsonValue> all(
      Api api, String path, String limit, Function<JsonValue, List<JsonValue>> items)
      throws Trouble {
    List<JsonValue> all = new ArrayList<>();
    for (int page = 1; page <= MOST; page++) {
      String address =
          "%s%s%s=%s&page=%s".formatted(path, path.contains("?") ? "&" : "?", limit, SIZE, page);
      List<JsonValue> next = items.apply(api.good(api.get(address), path));
      all.addAll(next);
      if (next.size() < SIZE) {
        return all;
      }
    }
    throw new Trouble(Trouble.Kind.FINAL, path + ": the list does not end");
  }
}
