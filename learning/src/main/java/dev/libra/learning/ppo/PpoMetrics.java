package dev.libra.learning.ppo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of the loss's parts over an update's minibatches. */
final class PpoMetrics {
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int minibatches;

  void add(PpoLossResult result, double gradientNorm) {
    minibatches++;
    sum("loss/policy", result.policy());
    sum("loss/value", result.value());
    sum("loss/total", result.total());
    sum("policy/entropy", result.entropy());
    sum("policy/approxKl", result.approxKl());
    sum("policy/clipFraction", result.clipFraction());
    sum("gradient/norm", gradientNorm);
  }

  private void sum(String name, double value) {
    sums.merge(name, value, Double::sum);
  }

  Map<String, Double> summary(double learningRate, double clipRange, double explainedVariance) {
    Map<String, Double> summary = new LinkedHashMap<>();
    sums.forEach((name, sum) -> summary.put(name, sum / minibatches));
    summary.put("value/explainedVariance", explainedVariance);
    summary.put("schedule/learningRate", learningRate);
    summary.put("schedule/clipRange", clipRange);
    summary.put("update/minibatches", (double) minibatches);
    return summary;
  }
}
