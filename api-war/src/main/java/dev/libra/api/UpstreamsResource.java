package dev.libra.api;

import dev.libra.fleet.Upstream;
import dev.libra.fleet.UpstreamList;
import dev.libra.fleet.Upstreams;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells gateways where to route. */
@Path("upstreams")
public class UpstreamsResource {
  @Inject private Upstreams upstreams;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The list of upstreams; its version is the ETag")
  public Response list(@Context Request request) {
    Optional<UpstreamList> current = upstreams.current();
    if (current.isEmpty()) {
      return Problem.builder(
              503, "Service Unavailable", "the fleet is not known yet: keep the last list")
          .header(HttpHeaders.RETRY_AFTER, "1")
          .build();
    }
    EntityTag tag = new EntityTag(Long.toString(current.get().version()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(json(current.get()).toString()).tag(tag).build();
  }

  private static JsonObject json(UpstreamList list) {
    JsonObjectBuilder services = Json.createObjectBuilder();
    list.services().forEach((service, entries) -> services.add(service, json(entries)));
    return Json.createObjectBuilder()
        .add("version", list.version())
        .add("services", services)
        .build();
  }

  private static JsonArrayBuilder json(List<Upstream> entries) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Upstream entry : entries) {
      array.add(
          Json.createObjectBuilder()
              .add("replica", entry.replica())
              .add("url", entry.url().toString())
              .add("state", entry.state().name().toLowerCase(Locale.ROOT))
              .add("concurrency", entry.concurrency()));
    }
    return array;
  }
}
