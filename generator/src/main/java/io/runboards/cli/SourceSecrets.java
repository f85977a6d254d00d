package io.runboards.cli;

import io.runboards.deploy.grafana.Secrets;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the data sources of a site log in with: from the environment, or from a folder of files. */
final class SourceSecrets {
  private final Surroundings around;
  private final Optional<Path> folder;

  private SourceSecrets(Surroundings around, Optional<Path> folder) {
    this.around = around;
    this.folder = folder;
  }

  /**
   * The secrets of a site.
   *
   * @param folder holds each secret in a file of its name
   */
  static Secrets of(Site site, Optional<Path> folder, Surroundings around) {
    return new SourceSecrets(around, folder).secrets(site);
  }

  private Secrets secrets(Site site) {
    Store store = site.setup().store();
    Fields fields = JsonValue.EMPTY;
    if (!store.secret().isEmpty()) {
      String secret = secret(store.secret());
      fields =
          store.user().isEmpty()
              ? fields.with("httpHeaderValue2", "Bearer " + secret)
              : fields.with("basicAuthPassword", secret);
    }
    if (!store.authority().isEmpty()) {
      fields = fields.with("tlsCACert", SecretFiles.read(authority(store.authority())));
    }
    return Secrets.of(site.name(), fields);
  }

  private String secret(String name) {
    Optional<String> value = around.environment().apply(name).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return value.get();
    }
    return folder
        .map(it -> around.folder().resolve(it).resolve(name))
        .map(SecretFiles::read)
        .orElseThrow(() ->
            new CommandFailed(
                "the data sources log in with %s: set that variable, or name a folder with a file of that name: --secrets FOLDER"
                    .formatted(name)));
  }

  /** The file beside the secrets, if there is one of that name; else where the site says. */
  private Path authority(String file) {
    Path there = around.folder().resolve(file);
    return folder
        .map(it -> around.folder().resolve(it).resolve(there.getFileName()))
        .filter(Files::exists)
        .orElse(there);
  }
}
