package io.runboards.rules;

import io.runboards.dashboard.Installation;

/** The rules about one subject, written in Java. */
@FunctionalInterface
public interface RuleSource {

  /** The rules for one installation: the same ones each time. */
  RuleFile define(Installation at);
}
