package io.runboards.deploy.grafana;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the data sources of a site log in with. Printed, it says nothing.
 *
 * <p>A server never tells secrets, so that nobody could see a changed one. Data sources carry a
 * fingerprint therefore, from which nobody finds the secret in reasonable time.
 */
public final class Secrets {
  public static final Secrets NONE = new Secrets(JsonValue.EMPTY, "");

  private static final int ROUNDS = 120_000;
  private static final int BITS = 128;

  private final Fields fields;
  private final String fingerprint;

  private Secrets(Fields fields, String fingerprint) {
    this.fields = fields;
    this.fingerprint = fingerprint;
  }

  /**
   * Secrets of a site.
   *
   * @param fields the secret fields by Grafana's names
   */
  public static Secrets of(String site, Fields fields) {
    return fields.equals(JsonValue.EMPTY)
        ? NONE
        : new Secrets(fields, fingerprint(site, fields.line()));
  }

  private static String fingerprint(String site, String text) {
    try {
      PBEKeySpec slow =
          new PBEKeySpec(
              text.toCharArray(),
              ("runboards " + site).getBytes(StandardCharsets.UTF_8),
              ROUNDS,
              BITS);
      return HexFormat.of()
          .formatHex(
              SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                  .generateSecret(slow)
                  .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret fields of a data source, by Grafana's names. */
  Fields fields() {
    return fields;
  }

  /** Changes with the secrets and does not give them away; empty if there are none. */
  String fingerprint() {
    return fingerprint;
  }

  @Override
  public String toString() {
    return "***";
  }
}
