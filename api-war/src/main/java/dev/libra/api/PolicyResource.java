package dev.libra.api;

import dev.libra.control.Controller;
import dev.libra.control.PolicyExchange;
import dev.libra.control.PolicyExchange.Role;
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

/** Loads policy artifacts while the loop runs. */
@Path("services/{name}/policy")
public class PolicyResource {
  @Inject private Controller controller;
  @Inject private PolicyExchange exchange;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "An artifact of the policy folder, to decide or as a candidate")
  public void load(@PathParam("name") String name, InputStream body) throws IOException {
    Fields fields = Fields.parse(BoundedBody.read(body));
    String artifact = fields.text("artifact");
    Role role = fields.has("role") ? fields.oneOf("role", Role.class) : Role.ACTIVE;
    if (controller.status().stream().noneMatch(s -> s.service().name().equals(name))) {
      throw new NotFoundException("there is no service " + name);
    }
    exchange.load(name, role, artifact);
  }
}
