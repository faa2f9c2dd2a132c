package dev.libra.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/** Builds answers that are RFC 9457 problem details. */
final class Problem {
  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  static Response of(int status, String title, String detail) {
    return builder(status, title, detail).build();
  }

  static Response.ResponseBuilder builder(int status, String title, String detail) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", detail == null ? title : detail)
            .build();
    return Response.status(status).type(MEDIA_TYPE).entity(body.toString());
  }
}
