package dev.libra.service.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** A call to something else took too long (504), or isn't made for now because it keeps failing. */
@Provider
public class FaultToleranceMapper implements ExceptionMapper<FaultToleranceException> {
  @Override
  public Response toResponse(FaultToleranceException exception) {
    if (exception instanceof TimeoutException) {
      return ProblemDetail.of(
              "upstream-timeout",
              "Upstream timeout",
              504,
              "something this service depends on took too long")
          .toResponse()
          .build();
    }
    return ProblemDetail.of(
            "upstream-unavailable",
            "Upstream unavailable",
            503,
            "something this service depends on is not available at the moment")
        .toResponse()
        .header("Retry-After", 1)
        .build();
  }
}
