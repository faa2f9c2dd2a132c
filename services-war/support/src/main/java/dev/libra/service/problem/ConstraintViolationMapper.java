package dev.libra.service.problem;

import dev.libra.service.problem.ProblemDetail.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lists the inputs that broke a constraint; an answer of our own that broke one is our fault. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
  private final UnexpectedMapper unexpected = new UnexpectedMapper();

  @Override
  public Response toResponse(ConstraintViolationException exception) {
    if (exception.getConstraintViolations().stream().anyMatch(this::isOurs)) {
      return unexpected.toResponse(exception);
    }
    List<FieldError> errors =
        exception.getConstraintViolations().stream()
            .map(v -> new FieldError(field(v.getPropertyPath()), v.getMessage()))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    String detail =
        errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; "));
    return new ProblemDetail("invalid-request", "Invalid request", 400, detail, errors)
        .toResponse()
        .build();
  }

  private boolean isOurs(ConstraintViolation<?> violation) {
    return nodes(violation.getPropertyPath()).stream()
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  /** Method and body parameter are ours; the sender knows the rest of the path. */
  private static String field(Path path) {
    List<Path.Node> nodes = nodes(path);
    String properties =
        nodes.stream()
            .filter(node -> node.getKind() == ElementKind.PROPERTY)
            .map(Path.Node::getName)
            .collect(Collectors.joining("."));
    return properties.isEmpty() ? nodes.get(nodes.size() - 1).toString() : properties;
  }

  private static List<Path.Node> nodes(Path path) {
    return StreamSupport.stream(path.spliterator(), false).toList();
  }
}
