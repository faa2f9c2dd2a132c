package dev.libra.service.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Everything nobody has thought of: the caller gets an id, the log the id and the cause. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

  @Override
  public Response toResponse(Throwable exception) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "request failed, incident " + id, exception);
    return ProblemDetail.of("internal-error", "Internal error", 500, "please report incident " + id)
        .toResponse()
        .build();
  }
}
