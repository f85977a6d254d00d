package io.runboards.cli;

/** How a command ends. */
public final class ExitCode {
  /** Done, or nothing to do. */
  public static final int OK = 0;

  /** Something failed, or something wrong was found. */
  public static final int FAILED = 1;

  /** What was compared differs. */
  public static final int DIFFERENT = 2;

  /** The command line itself is wrong. */
  public static final int USAGE = 64;

  private ExitCode() {}
}
