package dev.libra.service.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/**
 * An error as RFC 9457 describes it.
 *
 * @param code last part of the {@code type}, stable and made for programs
 * @param title says the same to people, for every occurrence
 * @param detail says what this occurrence is about
 * @param errors the inputs that were refused, if any
 */
public record ProblemDetail(
    String code, String title, int status, String detail, List<FieldError> errors) {
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** An input that was refused and why. */
  public record FieldError(String field, String message) {}

  public ProblemDetail {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(title, "title");
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be within 400-599, was: " + status);
    }
    detail = detail == null ? "" : detail;
    errors = List.copyOf(errors);
  }

  public static ProblemDetail of(String code, String title, int status, String detail) {
    return new ProblemDetail(code, title, status, detail, List.of());
  }

  /** For a status that says it all. */
  public static ProblemDetail of(int status, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error " + status : known.getReasonPhrase();
    String code = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return of(code, title, status, detail);
  }

  public String toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("type", "urn:libra:problem:" + code);
    json.add("title", title).add("status", status);
    if (!detail.isEmpty()) {
      json.add("detail", detail);
    }
    if (!errors.isEmpty()) {
      JsonArrayBuilder fields = Json.createArrayBuilder();
      errors.forEach(e -> fields.add(fieldJson(e)));
      json.add("errors", fields);
    }
    return json.build().toString();
  }

  public Response.ResponseBuilder toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(toJson());
  }

  private static JsonObjectBuilder fieldJson(FieldError error) {
    return Json.createObjectBuilder().add("field", error.field()).add("message", error.message());
  }
}
