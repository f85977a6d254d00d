package io.runboards.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The numbers of a dashboard's panels and rows.
 *
 * <p>A number is made of the panel's key alone, which is its title until someone says otherwise. So
 * it stays when other panels come, go or get another name, and links to it go on working.
 */
public final class PanelIds {
  private static final String ROW = "row/";
  private static final int MOST = Integer.MAX_VALUE;

  private final Map<Panel, Integer> ofPanels = new IdentityHashMap<>();
  private final Map<Integer, String> taken = new HashMap<>();

  private PanelIds() {}

  public static PanelIds of(Dashboard dashboard) {
    PanelIds ids = new PanelIds();
    for (Row row : dashboard.rows()) {
      if (!row.title().isEmpty()) {
        ids.take(ROW + row.title());
      }
      for (Panel panel : row.panels()) {
        ids.ofPanels.put(panel, ids.take(panel.frame().heading().key()));
      }
    }
    return ids;
  }

  public int of(Panel panel) {
    return ofPanels.get(panel);
  }

  public int of(Row row) {
    return hash(ROW + row.title());
  }

  private int take(String key) {
    int id = hash(key);
    String other = taken.putIfAbsent(id, key);
    if (other != null) {
      throw new WrongDashboard(
          other.equals(key)
              ? "there are two of '" + key + "': give one of them another title, or a key(\"...\")"
              : "'" + key + "' and '" + other + "' get the same number: give one a key(\"...\")");
    }
    return id;
  }

  private static int hash(String key) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % MOST) + 1;
  }
}
