package io.runboards.emit.grafana;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The name by which Grafana knows an alert.
 *
 * <p>It is made of the alert's name alone, so that an alert may move to another group or file: with
 * a new uid Grafana would keep the old rule as well, and refuse the new one for its title.
 */
final class AlertUid {
  static final int LONGEST = 40;
  private static final String PREFIX = "runboards-";

  private AlertUid() {}

  static String of(String alert) {
    String uid = PREFIX + alert;
    String sum = "-" + checksum(alert);
    return uid.length() <= LONGEST ? uid : uid.substring(0, LONGEST - sum.length()) + sum;
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
