package io.runboards.deploy.grafana;

import io.runboards.deploy.Insistence;
import io.runboards.deploy.Trouble;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said about itself before anything was asked of it.
 *
 * @param version its version; empty if it keeps it to itself
 * @param organisation the name of the organisation
 * @param number the number of the organisation
 * @param resources where its resource API is; empty if it has none that we can use
 */
public record Acquaintance(
    String version, String organisation, long number, Optional<ResourceApi> resources) {
  private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

  /** Makes sure that this is a Grafana, and that we work in the organisation of this name. */
  static Acquaintance with(Http http, String organisation, Insistence insistence) throws Trouble {
    Api anywhere = Api.of(http);
    String version = insistence.read(() -> version(anywhere));
    long number = insistence.read(() -> number(anywhere, organisation));
    Optional<ResourceApi> resources = ResourceApi.of(Api.of(http, number), number, insistence);
    return new Acquaintance(version, organisation, number, resources);
  }

  private static String version(Api api) throws Trouble {
    JsonValue health = api.good(api.get("/api/health"), "health");
    if (health.at("database").isNothing()) {
      throw new Trouble(
          Trouble.Kind.FINAL, api.http().server().url() + " answers, but is no Grafana");
    }
    String version = health.textAt("version");
    return version.isEmpty()
        ? api.good(api.get("/api/frontend/settings"), "settings").at("buildInfo").textAt("version")
        : version;
  }

  /** A token has one organisation; people can work in several. */
  private static long number(Api api, String organisation) throws Trouble {
    if (api.http().server().credentials() instanceof Credentials.Basic) {
      Api.Reply named = api.get("/api/orgs/name/" + Api.encoded(organisation));
      if (named.status() == 404) {
        throw new Trouble(
            Trouble.Kind.FINAL,
            "there is no organisation '%s'; --create-organisations adds it"
                .formatted(organisation));
      }
      long number = api.good(named, "organisation " + organisation).numberAt("id");
      return confirmed(Api.of(api.http(), number), organisation, "the user belongs to");
    }
    return confirmed(api, organisation, "the token belongs to");
  }

  private static long confirmed(Api api, String organisation, String how) throws Trouble {
    JsonValue own = api.good(api.get("/api/org"), "organisation");
    if (!own.textAt("name").equals(organisation)) {
      throw new Trouble(
          Trouble.Kind.FINAL,
          "%s organisation '%s', not to '%s'".formatted(how, own.textAt("name"), organisation));
    }
    return own.numberAt("id");
  }

  /** By which API its folders and dashboards are read and written: a word for programs. */
  public String api() {
    return resources.isPresent() ? "resource" : "classic";
  }

  /** Whether it refuses two dashboards of one title in a folder, as all do before 11.3. */
  boolean hasUniqueTitles() {
    Matcher release = RELEASE.matcher(version);
    if (!release.matches()) {
      return true;
    }
    int major = Integer.parseInt(release.group(1));
    return major < 11 || major == 11 && Integer.parseInt(release.group(2)) < 3;
  }
}
