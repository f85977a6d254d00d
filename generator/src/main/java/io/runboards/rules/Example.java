package io.runboards.rules;

import java.util.List;

/**
 * Series of which the author of an objective knows how many events there are, and how many are bad.
 *
 * @param name what is the case
 * @param service the service that the series are about
 * @param given the series, one value a minute; rates are taken after ten minutes
 * @param bad the bad events a second
 * @param all the events a second
 */
public record Example(String name, String service, List<Given> given, double bad, double all) {
  public Example {
    given = List.copyOf(given);
  }

  public static Example example(String name, String service, Given... given) {
    return new Example(name, service, List.of(given), 0, 0);
  }

  /** So many bad events a second, and so many in all. */
  public Example counts(double badEvents, double allEvents) {
    return new Example(name, service, given, badEvents, allEvents);
  }
}
