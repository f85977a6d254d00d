package io.runboards.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings each request to its resource, if whoever asks may. */
final class Router {
  private final Gate gate;
  private final ServerResource server;
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  Router(World world) {
    this.gate = new Gate(world);
    this.server = new ServerResource(world.setup);
    DashboardResource dashboards = new DashboardResource(world);
    resources.put("api/frontend/settings", server::settings);
    resources.put("api/org", OrganisationResource::current);
    resources.put("api/orgs", new OrganisationResource(world));
    resources.put("api/admin", new UserResource(world));
    resources.put("api/serviceaccounts", new AccountResource(world));
    resources.put("api/folders", new FolderResource(world));
    resources.put("api/dashboards", dashboards);
    resources.put("api/search", new SearchResource());
    resources.put("api/datasources", new DataSourceResource(world));
    resources.put("api/library-elements", new LibraryResource(world));
    if (world.setup.resources()) {
      resources.put("apis", new KindResource(world, dashboards));
    }
  }

  Reply answer(Request request) {
    if (request.isBelow("api/health")) {
      return server.health();
    }
    return switch (gate.verdict(request.authorization(), request.organisation())) {
      case Gate.Verdict.Stranger(Reply reply) -> reply;
      case Gate.Verdict.Known(Asker asker) -> answer(request, asker);
    };
  }

  private Reply answer(Request request, Asker asker) {
    Optional<Reply> refusal =
        Permissions.refusal(asker, request.method(), String.join("/", request.path()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (request.body().isEmpty()) {
      return Reply.refusedTraced(400, "bad request data");
    }
    return resources.entrySet().stream()
        .filter(resource -> request.isBelow(resource.getKey()))
        .findFirst()
        .map(resource -> resource.getValue().answer(request.call(resource.getKey(), asker)))
        .orElseGet(Reply::notFound);
  }
}
