package dev.libra.service.problem;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Refuses a request without a valid token before the server does, which would answer without a body
 * and log an error for each. The server has read the token by now; it still checks the roles.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (needsRole() && request.getSecurityContext().getUserPrincipal() == null) {
      boolean absent = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
      String challenge = absent ? "Bearer" : "Bearer error=\"invalid_token\"";
      request.abortWith(
          WebApplicationMapper.problem(401)
              .toResponse()
              .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
              .build());
    }
  }

  private boolean needsRole() {
    Method method = resource.getResourceMethod();
    return !method.isAnnotationPresent(PermitAll.class)
        && (method.isAnnotationPresent(RolesAllowed.class)
            || resource.getResourceClass().isAnnotationPresent(RolesAllowed.class));
  }
}
