package dev.libra.service.problem;

import java.util.Objects;

/** Thrown where a request cannot be served for a reason that its sender should read. */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ProblemDetail problem;

  public ProblemException(ProblemDetail problem) {
    super(problem.title() + ": " + problem.detail());
    this.problem = Objects.requireNonNull(problem);
  }

  public ProblemException(ProblemDetail problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }

  public ProblemDetail problem() {
    return problem;
  }
}
