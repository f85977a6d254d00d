package io.runboards.dashboard;

/**
 * How a dashboard behaves.
 *
 * @param from where its time range begins, such as {@code now-6h}
 * @param refresh how often it asks again; empty for never
 * @param timeZone {@code browser}, {@code utc} or a name such as {@code Europe/Berlin}
 * @param crosshair whether the pointer is shown on all panels at once
 * @param editable whether it can be changed in Grafana
 */
public record Settings(
    String from, String refresh, String timeZone, boolean crosshair, boolean editable) {
  static final Settings USUAL = new Settings("now-6h", "1m", "browser", true, false);
}
