package io.runboards.dashboards.faults;

import java.util.Optional;

/**
 * What became of a fault.
 *
 * @param fault the fault
 * @param found what found it; empty if nothing did
 * @param changesNothing whether it is no fault at all: every result is as it was
 */
public record Outcome(Fault fault, Optional<Found> found, boolean changesNothing) {
  boolean survives() {
    return found.isEmpty() && !changesNothing;
  }
}
