package dev.libra.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A range of TCP ports on the loopback address.
 *
 * @param last included
 */
public record Ports(int first, int last) {

  public Ports {
    if (first < 1 || last > 65_535 || first > last) {
      throw new IllegalArgumentException(
          "ports must be a range within 1-65535, was: " + first + "-" + last);
    }
  }

  /** Reads a range such as {@code 9200-9399}. */
  public static Ports parse(String range) {
    String[] ends = range.strip().split("\\s*-\\s*");
    try {
      return new Ports(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("ports must look like 9200-9399, was: " + range, e);
    }
  }

  /** The first port that can be bound now and is not reserved otherwise. */
  public OptionalInt firstFree(IntPredicate reserved) {
    return IntStream.rangeClosed(first, last)
        .filter(port -> !reserved.test(port) && isFree(port))
        .findFirst();
  }

  /** Whether the port can be bound now, on loopback and on all addresses. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canBind(new InetSocketAddress(port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: a port whose last connections are still fading can be bound again.
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
