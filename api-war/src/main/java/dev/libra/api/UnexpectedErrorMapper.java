package dev.libra.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Everything else is our mistake: logged here, and told to nobody. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Exception> {
  private static final Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

  @Override
  public Response toResponse(Exception error) {
    LOG.log(Level.ERROR, "A call of the API failed", error);
    return Problem.of(500, "Internal Server Error", "see control's log");
  }
}
