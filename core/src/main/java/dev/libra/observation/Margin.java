package dev.libra.observation;

/**
 * How comfortably a number of places serves an offered load, in the units in which the chance to
 * wait hardly depends on the size of the service: (places − load) ÷ √load, the square-root staffing
 * rule's β (Halfin and Whitt 1981, Operations Research 29(3)).
 */
final class Margin {
  /** What 0 stands for in β; {@link #HIGHEST} stands for 10. */
  private static final double LEAST = -6;

  /** The highest margin. */
  static final double HIGHEST = 16;

  private Margin() {}

  /**
   * β + 6, cut off at 0 and 16: 6 means as many places as are needed on average.
   *
   * @param load in Erlang: requests/s times the seconds that each holds a place
   */
  static double of(double places, double load) {
    double margin = (places - load) / Math.sqrt(Math.max(1, load)) - LEAST;
    return Math.max(0, Math.min(HIGHEST, margin));
  }
}
