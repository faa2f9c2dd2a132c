package dev.libra.service.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the problem that a service has thrown; a 503 asks the caller to come again. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
  @Override
  public Response toResponse(ProblemException exception) {
    Response.ResponseBuilder response = exception.problem().toResponse();
    if (exception.problem().status() == 503) {
      response.header("Retry-After", 1);
    }
    return response.build();
  }
}
