package dev.libra.traffic.chaos;

import dev.libra.fleet.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One disturbance, written as {@code kind:target@start[/duration][=value]}, for example {@code
 * kill:search@30s}, {@code pause:search@60s/10s} or {@code slow:payment-2@1m/30s=200ms}.
 *
 * @param target a service, of which one replica is drawn, a replica, or {@code store}
 * @param atS when, in s after the run's start
 * @param forS how long; 0 only for a kill
 * @param value what {@code kind} takes: ms for slow and delay-heartbeats, a share for fail
 */
public record ChaosAction(Kind kind, String target, double atS, double forS, double value) {
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z-]+):([a-z][a-z0-9-]*)@([0-9.]+(?:ms|s|m|h)?)(?:/([0-9.]+(?:ms|s|m|h)?))?(?:=([0-9.]+(?:ms|s|m|h)?))?");
  private static final double LONGEST_S = 3600;

  /** What can be done. */
  public enum Kind {
    /** SIGKILL. */
    KILL(0),
    /** SIGSTOP, and SIGCONT afterwards. */
    PAUSE(0),
    /** Each answer takes so many ms more. */
    SLOW(200),
    /** This share of requests is answered with 500. */
    FAIL(1),
    /** The store is stopped, and goes on afterwards. */
    CUT(0),
    /** Heartbeats leave so many ms late. */
    DELAY_HEARTBEATS(15_000);

    private final double usual;

    Kind(double usual) {
      this.usual = usual;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Kind of(String label, String text) {
      return Arrays.stream(values())
          .filter(kind -> kind.label().equals(label))
          .findFirst()
          .orElseThrow(() -> wrong(text, "must begin with one of " + labels()));
    }

    private static List<String> labels() {
      return Arrays.stream(values()).map(Kind::label).toList();
    }
  }

  public ChaosAction {
    Check.present("kind", kind);
    Check.name("target", target);
    Check.between("start in s", atS, 0, 7 * 86_400);
    Check.between(
        "duration of " + kind.label() + " in s", forS, kind == Kind.KILL ? 0 : 0.1, LONGEST_S);
    Check.between("value of " + kind.label(), value, 0, kind == Kind.FAIL ? 1 : 600_000);
    if ((kind == Kind.CUT) != target.equals("store")) {
      throw new IllegalArgumentException(
          "cut goes with store and nothing else, was: " + kind.label() + ":" + target);
    }
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static ChaosAction parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(text, "must look like pause:search@60s/10s");
    }
    Kind kind = Kind.of(form.group(1), text);
    double forS = form.group(4) == null ? 0 : seconds(form.group(4));
    return new ChaosAction(
        kind, form.group(2), seconds(form.group(3)), forS, value(kind, form.group(5)));
  }

  private static double value(Kind kind, String text) {
    if (text == null) {
      return kind.usual;
    }
    return kind == Kind.FAIL
        ? number(text)
        : seconds(text.matches(".*[a-z]") ? text : text + "ms") * 1000;
  }

  private static double seconds(String text) {
    double value = number(text.replaceAll("[a-z]+$", ""));
    return switch (text.replaceAll("^[0-9.]+", "")) {
      case "ms" -> value / 1000;
      case "m" -> value * 60;
      case "h" -> value * 3600;
      default -> value;
    };
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number in a chaos action: " + text, e);
    }
  }

  private static IllegalArgumentException wrong(String text, String wanted) {
    return new IllegalArgumentException("a chaos action " + wanted + ", was: " + text);
  }
}
