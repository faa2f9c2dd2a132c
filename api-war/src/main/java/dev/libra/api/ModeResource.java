package dev.libra.api;

import dev.libra.control.Controller;
import dev.libra.control.Mode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Switches who decides about a service. */
@Path("services/{name}/mode")
public class ModeResource {
  @Inject private Controller controller;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "active, shadow, paused, or manual with a replica count")
  public void switchMode(@PathParam("name") String name, InputStream body) throws IOException {
    Mode mode = mode(Fields.parse(BoundedBody.read(body)));
    if (controller.status().stream().noneMatch(s -> s.service().name().equals(name))) {
      throw new NotFoundException("there is no service " + name);
    }
    controller.switchMode(name, mode);
  }

  private static Mode mode(Fields fields) {
    return switch (fields.oneOf("mode", Mode.Kind.class)) {
      case ACTIVE -> Mode.active();
      case PAUSED -> Mode.paused();
      case SHADOW -> Mode.shadow();
      case MANUAL -> Mode.manual(fields.count("replicas"));
    };
  }
}
