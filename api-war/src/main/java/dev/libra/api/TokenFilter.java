package dev.libra.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets only processes of this installation in. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  @Inject private ClusterToken token;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    if (!bearer || !token.matches(header.substring(SCHEME.length()).strip())) {
      request.abortWith(
          Problem.builder(401, "Unauthorized", "the cluster token is missing or wrong")
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"libra\"")
              .build());
    }
  }
}
