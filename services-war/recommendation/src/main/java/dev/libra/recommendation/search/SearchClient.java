package dev.libra.recommendation.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** HTTP of the service search, as far as it is used here. */
@RegisterRestClient(configKey = "search")
@Path("/search/products")
public interface SearchClient {

  /** A page of matches. */
  record Found(long total, List<FoundProduct> products) {}

  /** A match. */
  record FoundProduct(String id, double score) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  Found search(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("q") String q,
      @QueryParam("limit") int limit);
}
