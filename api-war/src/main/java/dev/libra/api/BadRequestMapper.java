package dev.libra.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Values that the domain refuses are the caller's mistake; its messages name the field. */
@Provider
public class BadRequestMapper implements ExceptionMapper<IllegalArgumentException> {

  @Override
  public Response toResponse(IllegalArgumentException refused) {
    return Problem.of(400, "Bad Request", refused.getMessage());
  }
}
