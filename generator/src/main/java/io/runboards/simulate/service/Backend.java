package io.runboards.simulate.service;

/** What answers for a gateway. */
interface Backend {
  /** The requests that clients have for it. */
  Demand demand();

  /** What became of the requests of the latest step. */
  Outcome outcome();

  /** Requests that it works on, and those that wait for it. */
  double inFlight();
}
