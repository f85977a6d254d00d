package io.runboards.dashboard;

import io.runboards.dashboard.Frame.Heading;
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

  private final Dashboard dashboard;
  private final Map<Panel, Integer> ofPanels = new IdentityHashMap<>();
  private final Map<Integer, String> taken = new HashMap<>();

  private PanelIds(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  public static PanelIds of(Dashboard dashboard) {
    PanelIds ids = new PanelIds(dashboard);
    for (Row row : dashboard.rows()) {
      if (!row.title().isEmpty()) {
        ids.take(ROW + row.title(), dashboard.origin());
      }
      for (Panel panel : row.panels()) {
        Heading heading = panel.frame().heading();
        ids.ofPanels.put(panel, ids.take(heading.key(), heading.origin()));
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

  private int take(String key, Origin origin) {
    int id = hash(key);
    String other = taken.putIfAbsent(id, key);
    if (other != null) {
      String problem =
          other.equals(key)
              ? "there are two of '" + key + "': give one of them another title, or a key(\"...\")"
              : "'" + key + "' and '" + other + "' get the same number: give one a key(\"...\")";
      throw new WrongDashboard(origin + " " + dashboard.uid() + ": " + problem);
    }
    return id;
  }

  private static int hash(String key) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % MOST) + 1;
  }
}
