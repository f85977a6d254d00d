package io.runboards.site;

import static java.util.stream.Collectors.joining;

import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Setup.Store;
import io.runboards.site.Setup.Store.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where a site keeps its series. */
final class StoreSection {
  private StoreSection() {}

  static Store read(Fields site, Store usual) {
    Fields fields = site.below("store");
    Optional<Kind> kind = fields.value("kind", Meanings.word("kind of store", List.of(Kind.values()), Kind::id));
    Optional<URI> write = fields.value("write", Meanings::url);
    Store store =
        new Store(
            kind.orElse(usual.kind()),
            fields.value("read", Meanings::url).orElse(usual.read()),
            write,
            fields.value("user", Good::new).orElse(""),
            fields.secret("password").orElse(""),
            fields.value("ca", Meanings::path).orElse(""));
    if (kind.isPresent()) {
      check(fields, store);
    }
    return store;
  }

  private static void check(Fields fields, Store store) {
    String missing =
        needed(store.kind()).filter(key -> !fields.has(key)).collect(joining(" and "));
    if (!missing.isEmpty()) {
      fields.wrong("a store of kind " + store.kind().id() + " needs " + missing, "");
    } else if (fields.has("user") != fields.has("password")) {
      fields.wrong("a store needs both user and password, or neither", "");
    }
    if (store.kind() == Kind.GRAFANA_CLOUD) {
      Stream.of("read", "write").forEach(key -> demandHttps(fields, key));
    }
  }

  private static Stream<String> needed(Kind kind) {
    return switch (kind) {
      case PROMETHEUS -> Stream.of("read");
      case MIMIR -> Stream.of("read", "write");
      case GRAFANA_CLOUD -> Stream.of("read", "write", "user", "password");
    };
  }

  /** A password must not cross the internet where all can read it. */
  private static void demandHttps(Fields fields, String key) {
    boolean isOpen =
        fields
            .value(key, Meanings::url)
            .filter(url -> "http".equalsIgnoreCase(url.getScheme()))
            .isPresent();
    if (isOpen) {
      fields.wrong(key, "a password would be sent unencrypted", "Write an https address");
    }
  }
}
