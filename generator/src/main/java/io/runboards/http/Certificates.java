package io.runboards.http;

import io.runboards.http.Server.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates that were read from files.
 *
 * @param socketFactory makes connections that use them
 * @param trustManager decides whom to believe
 */
record Certificates(SSLSocketFactory socketFactory, X509TrustManager trustManager) {
  private static final char[] NO_PASSWORD = {};
  private static final List<String> KINDS_OF_KEYS = List.of("RSA", "EC", "Ed25519");

  /** Empty if nothing is to be read. */
  static Optional<Certificates> of(Trust trust) {
    if (trust.equals(Trust.USUAL)) {
      return Optional.empty();
    }
    if (trust.certificate().isPresent() != trust.key().isPresent()) {
      throw new WrongServer("a client certificate needs its key, and a key its certificate");
    }
    try {
      X509TrustManager manager = trustManager(trust.authorities());
      KeyManager[] keys =
          trust.certificate().isPresent()
              ? keys(trust.certificate().get(), trust.key().orElseThrow())
              : null;
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new X509TrustManager[] {manager}, null);
      return Optional.of(new Certificates(context.getSocketFactory(), manager));
    } catch (GeneralSecurityException e) {
      throw new WrongServer("the certificates cannot be used: " + e.getMessage());
    }
  }

  private static X509TrustManager trustManager(Optional<Path> authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities.isPresent() ? store(read(authorities.get())) : null);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyManager[] keys(Path certificate, Path key) throws GeneralSecurityException {
    KeyStore store = store(List.of());
    store.setKeyEntry(
        "client", key(key), NO_PASSWORD, read(certificate).toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore store(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      int index = 0;
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("authority-" + index++, certificate);
      }
      return store;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    try {
      Collection<? extends Certificate> certificates =
          factory.generateCertificates(new ByteArrayInputStream(bytes(file)));
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (CertificateException e) {
      throw noCertificate(file);
    }
    throw noCertificate(file);
  }

  private static WrongServer noCertificate(Path file) {
    return new WrongServer(file + " holds no certificate; it must be in PEM form");
  }

  private static Key key(Path file) throws GeneralSecurityException {
    String text = new String(bytes(file), StandardCharsets.US_ASCII);
    String begin = "-----BEGIN PRIVATE KEY-----";
    int start = text.indexOf(begin);
    int end = text.indexOf("-----END PRIVATE KEY-----");
    if (start < 0 || end < start) {
      throw new WrongServer(
          file + " holds no private key in PKCS#8 form; 'openssl pkcs8 -topk8 -nocrypt' makes one");
    }
    byte[] encoded = decoded(text.substring(start + begin.length(), end), file);
    for (String kind : KINDS_OF_KEYS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        continue;
      }
    }
    throw new WrongServer(file + " holds a kind of key that is not known");
  }

  private static byte[] decoded(String text, Path file) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new WrongServer(file + " holds a private key that is cut off");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WrongServer("cannot read " + file);
    }
  }
}
