package io.runboards.deploy.grafana;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;

/**
 * What data sources say about what a server does not tell.
 *
 * <p>Grafana hides the values of headers and passwords. So tenants stand in the clear beside them,
 * and instead of passwords their fingerprint.
 */
final class SourceContent {
  private static final String DATA = "jsonData";
  private static final String TENANTS = "runboardsTenants";
  private static final String FINGERPRINT = "runboardsSecrets";
  private static final String HEADER_VALUE = "httpHeaderValue1";

  private SourceContent() {}

  /** The content with what stands for what is hidden. */
  static Fields with(Fields content, String tenants, Secrets secrets) {
    Fields data = content.at(DATA).object();
    Fields scoped = tenants.isEmpty() ? data : data.with(TENANTS, tenants);
    return content.with(
        DATA,
        secrets.fingerprint().isEmpty() ? scoped : scoped.with(FINGERPRINT, secrets.fingerprint()));
  }

  /** An older content with the secrets of today: nobody keeps those of then. */
  static Fields renewed(Fields content, Secrets secrets) {
    return content.at(DATA).at(FINGERPRINT).isNothing()
        ? content
        : with(content, content.at(DATA).textAt(TENANTS), secrets);
  }

  /** What is hidden: the values that go with a content. */
  static Fields secrets(Fields content, Secrets secrets) {
    JsonValue data = content.at(DATA);
    Fields hidden = data.at(FINGERPRINT).isNothing() ? JsonValue.EMPTY : secrets.fields();
    String tenants = data.textAt(TENANTS);
    return tenants.isEmpty() ? hidden : hidden.with(HEADER_VALUE, tenants);
  }
}
