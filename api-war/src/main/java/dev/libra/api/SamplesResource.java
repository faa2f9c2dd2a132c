package dev.libra.api;

import dev.libra.fleet.Check;
import dev.libra.metrics.SampleLog;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads samples. */
@Path("samples")
public class SamplesResource {
  @Inject private SampleLog log;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A service's samples, newest first")
  public String list(
      @QueryParam("service") String service,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    Check.name("service", service);
    JsonArrayBuilder samples = Json.createArrayBuilder();
    log.query(service, Instant.EPOCH, Parameters.limit(limit)).stream()
        .map(SampleJson::of)
        .forEach(samples::add);
    return samples.build().toString();
  }
}
