package dev.libra.api;

import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads decisions. */
@Path("decisions")
public class DecisionsResource {
  @Inject private DecisionLog log;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Decisions with all that led to them, newest first")
  public String list(
      @QueryParam("service") String service,
      @QueryParam("before") String before,
      @QueryParam("changes") @DefaultValue("false") boolean onlyChanges,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    DecisionQuery query =
        new DecisionQuery(
            service == null || service.isEmpty() ? null : service,
            Parameters.instant("before", before),
            onlyChanges,
            Parameters.limit(limit));
    JsonArrayBuilder decisions = Json.createArrayBuilder();
    log.query(query).stream().map(DecisionJson::of).forEach(decisions::add);
    return decisions.build().toString();
  }
}
