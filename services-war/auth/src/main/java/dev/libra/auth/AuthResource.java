package dev.libra.auth;

import dev.libra.auth.key.SigningKeys;
import dev.libra.auth.key.TokenIssuer;
import dev.libra.service.UsesCapacity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** HTTP of auth. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
  private final Accounts accounts;
  private final TokenIssuer tokens;
  private final SigningKeys keys;

  @Inject
  public AuthResource(Accounts accounts, TokenIssuer tokens, SigningKeys keys) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.keys = keys;
  }

  /** Weld makes its proxies with it. */
  protected AuthResource() {
    this(null, null, null);
  }

  /** A user as others may see it. */
  public record Registered(String name, Instant createdAt) {}

  /** What a log-in gives. */
  public record Token(String token, long expiresInS) {}

  /** Whom a token belongs to. */
  public record Me(String name, Set<String> groups, Instant expiresAt) {}

  @POST
  @Path("users")
  @Consumes(MediaType.APPLICATION_JSON)
  @UsesCapacity
  @Operation(summary = "Register a user")
  @APIResponse(responseCode = "201", description = "Registered")
  @APIResponse(responseCode = "400", description = "Name or password not acceptable")
  @APIResponse(responseCode = "409", description = "Name taken")
  public Response register(@NotNull @Valid Credentials credentials) {
    User user = accounts.register(credentials);
    return Response.status(201).entity(new Registered(user.name(), user.createdAt())).build();
  }

  @POST
  @Path("tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  @UsesCapacity
  @Operation(summary = "Log in")
  @APIResponse(responseCode = "200", description = "The token")
  @APIResponse(responseCode = "401", description = "Name or password is wrong")
  public Response logIn(@NotNull @Valid Credentials credentials) {
    User user = accounts.logIn(credentials);
    Token token = new Token(tokens.issue(user.name()), tokens.lifetime().toSeconds());
    return Response.ok(token).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("jwks")
  @Operation(summary = "The public keys that verify tokens (RFC 7517)")
  public Response jwks() {
    return Response.ok(keys.publicJson()).header("Cache-Control", "public, max-age=300").build();
  }

  @GET
  @Path("me")
  @RolesAllowed("user")
  @UsesCapacity
  @SecurityRequirement(name = "token")
  @Operation(summary = "Whom the token belongs to")
  @APIResponse(responseCode = "200", description = "Name, groups and end of the token")
  @APIResponse(responseCode = "401", description = "No valid token")
  public Me me(@Context SecurityContext security) {
    JsonWebToken caller = (JsonWebToken) security.getUserPrincipal();
    return new Me(
        caller.getName(), caller.getGroups(), Instant.ofEpochSecond(caller.getExpirationTime()));
  }
}
