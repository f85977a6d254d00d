package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Samples;

/** Takes scrapes, one moment after the other. */
public interface Journal extends Samples, AutoCloseable {
  /**
   * What comes next was seen at this moment.
   *
   * @param second in seconds since 1970; later than all before
   */
  void at(long second);

  /** Nothing more comes. */
  @Override
  void close();
}
