package dev.libra.api;

import dev.libra.control.Controller;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All services at a glance. */
@Path("status")
public class StatusResource {
  @Inject private Controller controller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replicas, load, latency, policy, mode and cost of every service")
  public String status() {
    JsonArrayBuilder services = Json.createArrayBuilder();
    controller.status().stream().map(StatusJson::of).forEach(services::add);
    return Json.createObjectBuilder()
        .add("services", services)
        .add("at", Instant.now().toString())
        .build()
        .toString();
  }
}
