package dev.libra.cli.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 90s}, {@code 5m}, {@code 1.5h} or {@code 90} as seconds. */
public final class Seconds implements ITypeConverter<Double> {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([smh]?)");

  @Override
  public Double convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("must look like 90s, 5m or 1h, was: " + text);
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> value * 60;
      case "h" -> value * 3600;
      default -> value;
    };
  }
}
