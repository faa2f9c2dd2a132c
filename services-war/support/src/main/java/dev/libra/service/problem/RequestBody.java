package dev.libra.service.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Reads at most {@link #MAX_BYTES} of a body, and says 400 of one that is no such JSON. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestBody implements ReaderInterceptor {
  static final int MAX_BYTES = 64 * 1024;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new BoundedInputStream(context.getInputStream(), MAX_BYTES));
    try {
      return context.proceed();
    } catch (ProcessingException | JsonbException | JsonException e) {
      throw BoundedInputStream.findTooLarge(e).orElseGet(() -> malformed(e));
    }
  }

  private static RuntimeException malformed(RuntimeException cause) {
    return new BadRequestException("malformed body", cause);
  }
}
