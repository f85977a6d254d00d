package io.runboards.deploy;

import java.util.Optional;
import java.util.Set;

/** A server that things are deployed to, in one of its organisations. Each call asks it anew. */
public interface Target {
  /** All that is there; of things that are neither ours nor wanted, only what tells them apart. */
  Found read(Set<Key> wanted) throws Trouble;

  /** One thing, if it is there. */
  Optional<Live> read(Key key) throws Trouble;

  /** Carries out one step, with one request that writes. */
  void write(Step step) throws Trouble;
}
