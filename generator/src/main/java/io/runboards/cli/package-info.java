/**
 * The command line: one class a command, nothing but reading options and printing.
 *
 * <p>Exit codes are the same everywhere: {@link io.runboards.cli.ExitCode}.
 */
package io.runboards.cli;
