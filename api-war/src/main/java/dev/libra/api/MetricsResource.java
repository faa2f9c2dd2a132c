package dev.libra.api;

import dev.libra.metrics.MetricsInbox;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes in intervals and heartbeats. */
@Path("metrics")
public class MetricsResource {
  @Inject private MetricsInbox inbox;

  @POST
  @Path("update")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "An interval of a gateway or a heartbeat of a replica")
  public void update(InputStream body) throws IOException {
    UpdateReader.read(BoundedBody.read(body), inbox);
  }
}
