package dev.libra.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends raw bytes over a connection of its own and says how the server took them. */
public final class RawClient {
  private static final int MOST_READ = 1 << 20;

  private final InetSocketAddress server;
  private final int patienceMs;

  /**
   * @param patienceMs how long to wait for more of an answer
   */
  public RawClient(int port, int patienceMs) {
    this.server = new InetSocketAddress("127.0.0.1", port);
    this.patienceMs = patienceMs;
  }

  /**
   * What came back.
   *
   * @param status of the first answer, 0 if the connection was closed without one, -1 if the server
   *     neither answered nor closed
   * @param text all that was read
   */
  public record Reply(int status, String text) {}

  /** Sends, ends its side of the connection, and reads until the server closes or is silent. */
  public Reply send(byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server, patienceMs);
      socket.setSoTimeout(patienceMs);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException e) {
        // It closed while we sent; an answer may wait all the same.
      }
      return reply(socket.getInputStream());
    }
  }

  private static Reply reply(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    boolean silent = false;
    try {
      byte[] buffer = new byte[8192];
      int count = in.read(buffer);
      while (count >= 0 && read.size() < MOST_READ) {
        read.write(buffer, 0, count);
        count = in.read(buffer);
      }
    } catch (SocketTimeoutException e) {
      silent = true;
    } catch (IOException e) {
      // Reset: it is closed.
    }
    String text = read.toString(StandardCharsets.ISO_8859_1);
    return new Reply(status(text, silent), text);
  }

  private static int status(String text, boolean silent) {
    if (text.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
      return Integer.parseInt(text.substring(9, 12));
    }
    return silent ? -1 : 0;
  }
}
