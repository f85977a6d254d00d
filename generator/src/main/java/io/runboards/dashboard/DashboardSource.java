package io.runboards.dashboard;

/** One dashboard, written in Java. */
@FunctionalInterface
public interface DashboardSource {

  /** The dashboard for one installation: the same one each time. */
  Dashboard define(Installation at);
}
