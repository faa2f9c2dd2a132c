package dev.libra.cli.options;

import dev.libra.fleet.Check;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Refuses an option's whole number the way picocli refuses its type: with the usage and exit code
 * 2.
 */
public final class OptionCheck {
  private final CommandSpec spec;

  /**
   * @param spec of the command whose options are checked
   */
  public OptionCheck(CommandSpec spec) {
    this.spec = spec;
  }

  /** Names the option, the bounds and the value in what it throws. */
  public void between(String option, long value, long low, long high) {
    try {
      Check.between(option, value, low, high);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
