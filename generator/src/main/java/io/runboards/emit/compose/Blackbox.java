package io.runboards.emit.compose;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;

/** How the exporter looks at addresses whose certificates are watched. */
final class Blackbox {
  private static final String HOW = "Written by 'runboards generate'.";

  private Blackbox() {}

  static OutFile file() {
    String text =
        YamlWriter.document(
            HOW,
            yaml ->
                yaml.object(
                    "modules", all -> all.object("certificate", Blackbox::certificate)));
    return new OutFile("compose/blackbox.yaml", text);
  }

  /** Whatever is answered, as long as the certificate is good: a login page is no failure. */
  private static void certificate(YamlWriter yaml) {
    yaml.field("prober", "http");
    yaml.field("timeout", "5s");
    yaml.object(
        "http",
        http -> {
          http.field("fail_if_not_ssl", true);
          http.field("follow_redirects", false);
          http.field("preferred_ip_protocol", "ip4");
          http.object(
              "headers", headers -> headers.field("User-Agent", "runboards-certificates"));
        });
  }
}
