package dev.libra.service.problem;

import dev.libra.service.CapacityExhaustedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells the gateway with {@code Libra-Rejected: bulkhead} that the request wasn't executed at all,
 * so that it may go to another replica whatever its method.
 */
@Provider
public class CapacityExhaustedMapper implements ExceptionMapper<CapacityExhaustedException> {
  @Override
  public Response toResponse(CapacityExhaustedException exception) {
    return ProblemDetail.of(
            "replica-busy", "Replica busy", 503, "this replica is serving all it can; try again")
        .toResponse()
        .header("Retry-After", 1)
        .header("Libra-Rejected", "bulkhead")
        .build();
  }
}
