package dev.libra.policy.hpa;

/**
 * The HPA's central formula: ceil(replicas × usage ÷ target), with its rules for replicas that are
 * not ready or have no metric.
 *
 * <p>Source: {@code pkg/controller/podautoscaler/replica_calculator.go} of Kubernetes, described in
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
 */
final class UsageCalculator {
  /** 3 × 0.6 ÷ 0.6 must not become 4 by the last bit of a double. */
  private static final double EPSILON = 1e-9;

  private final double target;
  private final double tolerance;

  UsageCalculator(double target, double tolerance) {
    this.target = target;
    this.tolerance = tolerance;
  }

  /**
   * The recommended count.
   *
   * @param groups at least one replica whose CPU counts
   */
  int recommend(ReplicaGroups groups, int current) {
    int ready = groups.readyCpu().size();
    double ratio = ratio(sum(groups), ready);
    boolean upWithUnready = groups.unready() > 0 && ratio > 1;
    if (!upWithUnready && groups.missing() == 0) {
      return withinTolerance(ratio) ? current : ceil(ratio * ready);
    }
    int counted = ready + groups.missing() + (upWithUnready ? groups.unready() : 0);
    double careful = ratio(sum(groups) + groups.missing() * assumedCpu(ratio), counted);
    boolean turned = (ratio < 1 && careful > 1) || (ratio > 1 && careful < 1);
    if (withinTolerance(careful) || turned) {
      return current;
    }
    int recommended = ceil(careful * counted);
    boolean backwards =
        (careful < 1 && recommended > current) || (careful > 1 && recommended < current);
    return backwards ? current : recommended;
  }

  /** Mean CPU of the replicas that count. */
  double mean(ReplicaGroups groups) {
    return sum(groups) / groups.readyCpu().size();
  }

  /** A replica without a metric is assumed busy when scaling down, and idle when scaling up. */
  private double assumedCpu(double ratio) {
    return ratio < 1 ? Math.max(1, target) : 0;
  }

  private double ratio(double sum, int replicas) {
    return sum / replicas / target;
  }

  private boolean withinTolerance(double ratio) {
    return Math.abs(ratio - 1) <= tolerance + EPSILON;
  }

  private static double sum(ReplicaGroups groups) {
    return groups.readyCpu().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static int ceil(double replicas) {
    return (int) Math.ceil(Math.min(replicas, 1000) - EPSILON);
  }
}
