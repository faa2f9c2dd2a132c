package dev.libra.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All resources of control, under the context root {@code /api}. */
@ApplicationPath("/")
@OpenAPIDefinition(
    info = @Info(title = "Libra control", version = "1"),
    security = @SecurityRequirement(name = "cluster-token"))
@SecurityScheme(
    securitySchemeName = "cluster-token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer")
public class ApiApplication extends Application {}
