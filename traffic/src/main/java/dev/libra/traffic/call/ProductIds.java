package dev.libra.traffic.call;

/** The identifiers of the shop's products: {@code p} and five digits. */
final class ProductIds {
  private ProductIds() {}

  /** By hand, for a formatter takes longer than sending the request. */
  static String of(int number) {
    String digits = Integer.toString(100_000 + number % 100_000);
    return "p" + digits.substring(1);
  }
}
