package dev.libra.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses: unknown paths, methods and media types. */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException error) {
    Response original = error.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    String title = original.getStatusInfo().getReasonPhrase();
    Response.ResponseBuilder problem =
        Problem.builder(original.getStatus(), title, error.getMessage());
    original.getStringHeaders().forEach((name, values) -> copy(problem, name, values));
    return problem.type(Problem.MEDIA_TYPE).build();
  }

  private static void copy(
      Response.ResponseBuilder problem, String name, java.util.List<String> values) {
    if (!name.regionMatches(true, 0, "Content-", 0, 8)) {
      values.forEach(value -> problem.header(name, value));
    }
  }
}
