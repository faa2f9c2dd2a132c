package dev.libra.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a user's payment under an idempotency key. It is a function of both: whoever handles
 * the same key again, on whichever replica, arrives at the same payment.
 */
public record PaymentId(String value) {

  public static PaymentId of(String user, String idempotencyKey) {
    // The length keeps ("ab", "c") apart from ("a", "bc").
    String input = user.length() + ":" + user + idempotencyKey;
    return new PaymentId("pay_" + sha256(input).substring(0, 40));
  }

  private static String sha256(String input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(input.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
