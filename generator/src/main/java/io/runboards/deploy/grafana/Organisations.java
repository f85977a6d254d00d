package io.runboards.deploy.grafana;

import io.runboards.deploy.Insistence;
import io.runboards.deploy.Trouble;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.json.JsonValue;

/** The organisations of a server. Only an administrator of the whole server knows all of them. */
public final class Organisations {
  private static final String PATH = "/api/orgs";

  private Organisations() {}

  /** Whether whoever asks can know that an organisation is missing, and it is. */
  public static boolean misses(Http http, String name, Insistence insistence) throws Trouble {
    return http.server().credentials() instanceof Credentials.Basic
        && insistence.read(() -> Api.of(http).get(named(name)).status()) == 404;
  }

  /** Adds an organisation. If the answer is lost, it is looked whether it is there. */
  public static void add(Http http, String name, Insistence insistence) throws Trouble {
    Api api = Api.of(http);
    try {
      api.good(api.post(PATH, JsonValue.EMPTY.with("name", name)), "organisation " + name);
    } catch (Trouble trouble) {
      if (misses(http, name, insistence)) {
        throw trouble;
      }
    }
  }

  private static String named(String name) {
    return PATH + "/name/" + Api.encoded(name);
  }
}
