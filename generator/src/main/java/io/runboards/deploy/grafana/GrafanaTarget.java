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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An organisation of a Grafana: a shelf for each kind of thing. */
public final class GrafanaTarget implements Target {
  private final Map<Kind, Shelf> shelves;
  private final boolean uniqueTitles;
  private final Crew readers;
  private final Insistence insistence;

  GrafanaTarget(
      Map<Kind, Shelf> shelves, boolean uniqueTitles, Crew readers, Insistence insistence) {
    this.shelves = new EnumMap<>(shelves);
    this.uniqueTitles = uniqueTitles;
    this.readers = readers;
    this.insistence = insistence;
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
        if (matters && !shelves.get(thing.key().kind()).listsContent()) {
          open.add(thing.key());
        } else {
          things.add(thing);
        }
      }
    }
    readers.all(open, this::readAgain).forEach(thing -> thing.ifPresent(things::add));
    return new Found(things, uniqueTitles);
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
