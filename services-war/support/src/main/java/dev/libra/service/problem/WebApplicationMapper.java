package dev.libra.service.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * What Jakarta REST itself refuses: no such page, method, media type; not logged in, not allowed.
 */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "the request cannot be read",
          401, "a valid bearer token is needed",
          403, "the token doesn't allow this",
          404, "there is nothing here",
          405, "this method is not supported here",
          406, "only application/json can be answered",
          413, "the body is too large",
          415, "the body must be application/json");
  private static final List<String> KEPT_HEADERS =
      List.of("Allow", "WWW-Authenticate", "Retry-After");

  private final UnexpectedMapper unexpected = new UnexpectedMapper();

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response original = exception.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    if (original.getStatus() == 500) {
      return unexpected.toResponse(exception);
    }
    Response.ResponseBuilder response = problem(original.getStatus()).toResponse();
    KEPT_HEADERS.forEach(name -> keep(name, original, response));
    return response.build();
  }

  static ProblemDetail problem(int status) {
    return ProblemDetail.of(status, DETAILS.getOrDefault(status, ""));
  }

  private static void keep(String name, Response from, Response.ResponseBuilder to) {
    List<Object> values = from.getHeaders().get(name);
    if (values != null) {
      values.forEach(value -> to.header(name, value));
    }
  }
}
