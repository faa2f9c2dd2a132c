package dev.libra.traffic.call;

import dev.libra.fleet.Check;

/**
 * What a crowd of users does, in shares.
 *
 * @param search of all calls
 * @param recommendation of all calls
 * @param payment of all calls; what is left is auth's
 * @param logIn of auth's calls; hashing a password is meant to be slow
 * @param fuzzy of the searches, the dearest ones
 * @param prefix of the searches
 * @param zipf exponent of the popularity of words and products (Zipf's law): 1 is the usual, the
 *     less, the longer the tail of rare ones that no cache holds
 */
public record Mix(
    double search,
    double recommendation,
    double payment,
    double logIn,
    double fuzzy,
    double prefix,
    double zipf) {
  /** People who look around, and sometimes buy. */
  public static final Mix SHOP = new Mix(0.60, 0.25, 0.10, 0.05, 0.03, 0.07, 1);

  /** Rare words, misspelt words and beginnings of words. */
  public static final Mix LONG_TAIL = new Mix(0.80, 0.15, 0.03, 0.05, 0.30, 0.25, 0.3);

  /** People who have come to buy one thing now: they log in and pay. */
  public static final Mix SALE = new Mix(0.30, 0.15, 0.35, 0.25, 0.01, 0.02, 1.6);

  public Mix {
    for (double share : new double[] {search, recommendation, payment, logIn, fuzzy, prefix}) {
      Check.between("share", share, 0, 1);
    }
    Check.between("search + recommendation + payment", search + recommendation + payment, 0, 1);
    Check.between("fuzzy + prefix", fuzzy + prefix, 0, 1);
    Check.between("zipf", zipf, 0, 5);
  }
}
