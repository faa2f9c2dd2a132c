package dev.libra.payment;

import dev.libra.service.UsesCapacity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** HTTP of payment. */
@Path("/payments")
@RequestScoped
@RolesAllowed("user")
@UsesCapacity
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
  private final Checkout checkout;

  @Inject
  public PaymentResource(Checkout checkout) {
    this.checkout = checkout;
  }

  /** Weld makes its proxies with it. */
  protected PaymentResource() {
    this(null);
  }

  /** A payment as its owner sees it. */
  public record PaymentView(
      String id,
      String productId,
      long amountCents,
      String currency,
      PaymentState state,
      Instant createdAt) {

    static PaymentView of(Payment payment) {
      PaymentOrder order = payment.order();
      return new PaymentView(
          payment.id().value(),
          order.productId(),
          order.amountCents(),
          order.currency(),
          payment.state(),
          payment.createdAt());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Pay; the same Idempotency-Key never charges twice")
  @APIResponse(responseCode = "201", description = "Paid, or declined: see its state")
  @APIResponse(responseCode = "200", description = "This key's payment, made before")
  @APIResponse(responseCode = "422", description = "The key belongs to a payment with another body")
  @APIResponse(responseCode = "503", description = "Try again with the same key")
  public Response pay(
      @HeaderParam("Idempotency-Key")
          @NotNull
          @Size(min = 1, max = 128)
          @Pattern(regexp = "[\\x21-\\x7e]*", message = "must be visible ASCII characters")
          String idempotencyKey,
      @NotNull @Valid PaymentRequest request,
      @Context SecurityContext caller) {
    Checkout.Receipt receipt =
        checkout.pay(caller.getUserPrincipal().getName(), idempotencyKey, request.order());
    PaymentView view = PaymentView.of(receipt.payment());
    Response.ResponseBuilder response =
        receipt.created() ? Response.created(URI.create("payments/" + view.id())) : Response.ok();
    return response.entity(view).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One of the caller's own payments")
  @APIResponse(responseCode = "200", description = "The payment")
  @APIResponse(responseCode = "404", description = "The caller has no such payment")
  public PaymentView payment(
      @PathParam("id") @Size(max = 64) String id, @Context SecurityContext caller) {
    return PaymentView.of(checkout.find(caller.getUserPrincipal().getName(), new PaymentId(id)));
  }
}
