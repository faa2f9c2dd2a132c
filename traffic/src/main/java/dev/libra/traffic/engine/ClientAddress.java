package dev.libra.traffic.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Gives each client an address of its own where that is possible: towards loopback all of 127/8 is
 * this machine (Linux). Elsewhere all clients share the machine's address.
 */
final class ClientAddress {
  private static final int MOST = 250 * 250;

  private ClientAddress() {}

  /** The address to connect from, or null for any. */
  static InetSocketAddress of(int client, InetAddress target) {
    boolean own = client > 0 && target != null && target.getAddress()[0] == 127;
    if (!own || !System.getProperty("os.name", "").startsWith("Linux")) {
      return null;
    }
    int number = client % MOST;
    byte[] address = {127, 1, (byte) (number / 250), (byte) (1 + number % 250)};
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), 0);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
