package dev.libra.search;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import dev.libra.service.UsesCapacity;
import dev.libra.service.problem.ProblemDetail;
import dev.libra.service.problem.ProblemDetail.FieldError;
import dev.libra.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** HTTP of search. */
@Path("/products")
@RequestScoped
@RolesAllowed("user")
@UsesCapacity
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
public class SearchResource {
  private static final int MAX_LIMIT = 100;

  private final ProductIndex index;
  private final Catalogue catalogue;

  @Inject
  public SearchResource(ProductIndex index, Catalogue catalogue) {
    this.index = index;
    this.catalogue = catalogue;
  }

  /** Weld makes its proxies with it. */
  protected SearchResource() {
    this(null, null);
  }

  /** A page of matches. */
  public record Found(long total, List<FoundProduct> products) {}

  /** A match. */
  public record FoundProduct(
      String id, String name, String category, String description, int priceCents, double score) {

    static FoundProduct of(Product product, double score) {
      return new FoundProduct(
          product.id(),
          product.name(),
          product.category(),
          product.description(),
          product.priceCents(),
          score);
    }
  }

  /** A product that was asked for by id. */
  public record Shown(
      String id, String name, String category, String description, int priceCents) {}

  @GET
  @Operation(summary = "Search products")
  @APIResponse(responseCode = "200", description = "The best matches first")
  @APIResponse(responseCode = "400", description = "q, mode or limit is not acceptable")
  public Found search(
      @QueryParam("q") @NotBlank @Size(max = 200) String q,
      @QueryParam("mode") @DefaultValue("terms") @Parameter(description = "terms, fuzzy or prefix")
          String mode,
      @QueryParam("limit") @DefaultValue("10") String limit) {
    Hits hits = index.search(q, mode(mode), limit(limit));
    return new Found(
        hits.total(),
        hits.hits().stream()
            .map(hit -> FoundProduct.of(catalogue.product(hit.product()), hit.score()))
            .toList());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One product")
  @APIResponse(responseCode = "200", description = "The product")
  @APIResponse(responseCode = "404", description = "No such product")
  public Shown product(@PathParam("id") String id) {
    return catalogue
        .find(id)
        .map(p -> new Shown(p.id(), p.name(), p.category(), p.description(), p.priceCents()))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemDetail.of(
                        "unknown-product",
                        "Unknown product",
                        404,
                        "ids are p00000 to " + Catalogue.id(Catalogue.SIZE - 1))));
  }

  private static Mode mode(String name) {
    return Mode.named(name)
        .orElseThrow(
            () ->
                refused(
                    "mode",
                    Stream.of(Mode.values())
                        .map(Mode::wireName)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  /** As text, for Jakarta REST would answer 404 to a number that is none. */
  private static int limit(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw refused("limit", "must be a whole number within 1-" + MAX_LIMIT);
  }

  private static ProblemException refused(String field, String message) {
    return new ProblemException(
        new ProblemDetail(
            "invalid-request",
            "Invalid request",
            400,
            field + " " + message,
            List.of(new FieldError(field, message))));
  }
}
