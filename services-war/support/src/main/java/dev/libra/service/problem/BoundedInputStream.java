package dev.libra.service.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses to read more than so many bytes, however the body's length was announced. */
final class BoundedInputStream extends FilterInputStream {
  private long left;

  BoundedInputStream(InputStream in, long maxBytes) {
    super(in);
    left = maxBytes;
  }

  /** The refusal that a JSON parser may have wrapped. */
  static Optional<RuntimeException> findTooLarge(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .filter(TooLargeException.class::isInstance)
        .map(RuntimeException.class::cast)
        .findFirst();
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return value < 0 ? value : count(value, 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return read < 0 ? read : count(read, read);
  }

  private int count(int result, int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new TooLargeException();
    }
    return result;
  }

  private static final class TooLargeException extends ClientErrorException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }
}
