package io.runboards.deploy.grafana;

import io.runboards.deploy.Crew;
import io.runboards.deploy.Found;
import io.runboards.deploy.Insistence;
import io.runboards.deploy.Key;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Live;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Step;
import io.runboards.deploy.Target;
import io.runboards.deploy.Trouble;
import io.runboards.http.Http;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An organisation of a Grafana: a shelf for each kind of thing. */
public final class GrafanaTarget implements Target {
  private final Acquaintance server;
  private final Map<Kind, Shelf> shelves;
  private final Crew readers;
  private final Insistence insistence;

  private GrafanaTarget(
      Acquaintance server, Map<Kind, Shelf> shelves, Crew readers, Insistence insistence) {
    this.server = server;
    this.shelves = new EnumMap<>(shelves);
    this.readers = readers;
    this.insistence = insistence;
  }

  /**
   * Gets to know a server and makes sure that the organisation is the right one.
   *
   * @param organisation the organisation's name; whoever has a token must have it from there
   * @param site the site whose things are ours
   * @param message what the history of a dashboard says about our changes
   * @param secrets what data sources log in with
   * @param insistence how often and when to ask again
   */
  public static GrafanaTarget open(
      Http http,
      String organisation,
      String site,
      String message,
      Secrets secrets,
      Insistence insistence)
      throws Trouble {
    Acquaintance grafana = Acquaintance.with(http, organisation, insistence.atFirst());
    Api api = Api.of(http, grafana.number());
    Optional<ResourceApi> resources = grafana.resources();
    Map<Kind, Shelf> shelves =
        Map.of(
            Kind.FOLDER,
            resources.map(it -> folders(api, it, site, message)).orElse(new Folders(api, site)),
            Kind.DATA_SOURCE,
            new DataSources(api, secrets),
            Kind.LIBRARY_PANEL,
            new LibraryPanels(api),
            Kind.DASHBOARD,
            resources.map(it -> dashboards(api, it, message)).orElse(new Dashboards(api, message)));
    return new GrafanaTarget(grafana, shelves, Crew.READERS, insistence);
  }

  private static Shelf folders(Api api, ResourceApi resources, String site, String message) {
    return new ResourceShelf(api, resources.folders(), new ResourceForm.OfFolders(site), message);
  }

  private static Shelf dashboards(Api api, ResourceApi resources, String message) {
    return new ResourceShelf(api, resources.dashboards(), new ResourceForm.OfDashboards(), message);
  }

  /** What is known about the server. */
  public Acquaintance server() {
    return server;
  }

  @Override
  public Found read(Set<Key> wanted) throws Trouble {
    List<Kind> kinds = List.copyOf(shelves.keySet());
    List<List<Live>> lists =
        readers.all(kinds, kind -> insistence.read(() -> shelves.get(kind).list()));
    List<Live> things = new ArrayList<>();
    List<Key> open = new ArrayList<>();
    for (List<Live> list : lists) {
      for (Live thing : list) {
        boolean matters = wanted.contains(thing.key()) || thing.owner() instanceof Owner.Site;
        if (matters && !shelves.get(thing.key().kind()).listsContent(thing.owner())) {
          open.add(thing.key());
        } else {
          things.add(thing);
        }
      }
    }
    readers.all(open, this::readAgain).forEach(thing -> thing.ifPresent(things::add));
    return new Found(things, server.hasUniqueTitles());
  }

  private Optional<Live> readAgain(Key key) throws Trouble {
    return insistence.read(() -> read(key));
  }

  @Override
  public Optional<Live> read(Key key) throws Trouble {
    return shelves.get(key.kind()).read(key.uid());
  }

  @Override
  public void write(Step step) throws Trouble {
    Shelf shelf = shelves.get(step.key().kind());
    switch (step) {
      case Step.Create(var wanted) -> shelf.create(wanted);
      case Step.Update(var wanted, var before, var differences) -> shelf.change(wanted, before);
      case Step.Move(var wanted, var before) -> shelf.change(wanted, before);
      case Step.Adopt(var wanted, var before, var differences) -> shelf.change(wanted, before);
      case Step.Delete(var before) -> shelf.delete(before);
      case Step.Keep keep -> throw new IllegalArgumentException(keep.key() + " stays as it is");
      case Step.Refuse no -> throw new IllegalArgumentException(no.key() + " must not be touched");
    }
  }
}
