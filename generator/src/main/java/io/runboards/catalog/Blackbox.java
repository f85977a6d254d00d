package io.runboards.catalog;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Metric.code;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.UNIX_SECONDS;

/** blackbox_exporter: addresses as somebody outside sees them. */
public final class Blackbox {
  private static final String TARGET =
      "instance is the address that is probed, if the scrape sets it as the exporter advises.";

  public static final Metric PROBE_SUCCESS =
      gauge("probe_success", BOOLEAN, INSTANCE).help("Whether a probe succeeded").note(TARGET);

  public static final Metric PROBE_DURATION_SECONDS =
      gauge("probe_duration_seconds", SECONDS, INSTANCE).help("How long a probe took").note(TARGET);

  public static final Metric PROBE_HTTP_STATUS_CODE =
      code("probe_http_status_code", INSTANCE)
          .help("HTTP status of the response; 0 if there was none")
          .note(TARGET);

  public static final Metric PROBE_SSL_EARLIEST_CERT_EXPIRY =
      gauge("probe_ssl_earliest_cert_expiry", UNIX_SECONDS, INSTANCE)
          .between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
          .help("When the first certificate of the chain expires")
          .note(TARGET)
          .note("Missing when the probe fails before the certificate is seen: watch both.")
          .note("Older versions write a date before 1970 where there is none: keep values > 0.");

  private Blackbox() {}
}
