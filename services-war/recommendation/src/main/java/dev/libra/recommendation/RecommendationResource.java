package dev.libra.recommendation;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import dev.libra.service.UsesCapacity;
import dev.libra.service.problem.ProblemDetail;
import dev.libra.service.problem.ProblemDetail.FieldError;
import dev.libra.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** HTTP of recommendation. */
@Path("/products")
@RequestScoped
@RolesAllowed("user")
@UsesCapacity
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
public class RecommendationResource {
  private static final int MAX_LIMIT = 20;

  private final Recommender recommender;
  private final Catalogue catalogue;

  @Inject
  public RecommendationResource(Recommender recommender, Catalogue catalogue) {
    this.recommender = recommender;
    this.catalogue = catalogue;
  }

  /** Weld makes its proxies with it. */
  protected RecommendationResource() {
    this(null, null);
  }

  /** What goes with a product. */
  public record Recommended(String productId, List<RecommendedProduct> products) {}

  /** A product that goes with it. */
  public record RecommendedProduct(String id, String name, double score) {}

  @GET
  @Path("{id}")
  @Operation(summary = "What goes with a product")
  @APIResponse(responseCode = "200", description = "The best first")
  @APIResponse(responseCode = "400", description = "limit is not acceptable")
  @APIResponse(responseCode = "404", description = "No such product")
  public Recommended recommend(
      @PathParam("id") String id, @QueryParam("limit") @DefaultValue("10") String limit) {
    int most = limit(limit);
    Product product = catalogue.find(id).orElseThrow(RecommendationResource::unknown);
    return new Recommended(
        product.id(), recommender.recommend(product, most).stream().map(this::shown).toList());
  }

  private RecommendedProduct shown(Suggestion suggestion) {
    Product product = catalogue.product(suggestion.product());
    return new RecommendedProduct(product.id(), product.name(), suggestion.score());
  }

  /** As text, for Jakarta REST would answer 404 to a number that is none. */
  private static int limit(String text) {
    if (text.matches("[0-9]{1,2}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    String message = "must be a whole number within 1-" + MAX_LIMIT;
    throw new ProblemException(
        new ProblemDetail(
            "invalid-request",
            "Invalid request",
            400,
            "limit " + message,
            List.of(new FieldError("limit", message))));
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemDetail.of(
            "unknown-product",
            "Unknown product",
            404,
            "ids are p00000 to " + Catalogue.id(Catalogue.SIZE - 1)));
  }
}
