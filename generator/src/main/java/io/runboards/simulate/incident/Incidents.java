package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.util.List;

/** All incidents that have a name. */
public final class Incidents {
  public static final List<Incident> ALL = List.of();

  private Incidents() {}
}
