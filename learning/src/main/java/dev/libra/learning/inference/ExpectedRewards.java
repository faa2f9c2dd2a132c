package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import dev.libra.learning.normalization.NormalizationStatistics;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy can expect of each component of its reward: of the mean over the steps that follow,
 * the sooner the heavier.
 *
 * <p>Thread-safe.
 */
public final class ExpectedRewards {
  private final InferenceNetwork network;
  private final Scaling scaling;
  private final ThreadLocal<Workspace> workspaces;

  /**
   * @param network with an output of one value for each component
   * @param inputs that it must have
   * @param normaliser of observations
   */
  public ExpectedRewards(InferenceNetwork network, int inputs, NormalizationStatistics normaliser) {
    Check.between("inputs of the expected rewards", network.inputs(), inputs, inputs);
    network.outputNames().forEach(name -> Check.between(name, network.size(name), 1, 1));
    this.network = network;
    this.scaling = new Scaling(normaliser);
    this.workspaces = ThreadLocal.withInitial(network::newWorkspace);
  }

  /**
   * By component, in the reward's unit; 0 or less, as components are: where nothing like the
   * observation was in training a regression doesn't keep to that.
   *
   * @param observation raw values, stacked frames one after the other, oldest first
   */
  public Map<String, Double> of(double[] observation) {
    Workspace pass = workspaces.get();
    scaling.apply(observation, pass.input());
    pass.forward();
    Map<String, Double> expected = new TreeMap<>();
    for (String name : network.outputNames()) {
      expected.put(name, Math.min(0.0, pass.output(name)[0]));
    }
    return expected;
  }
}
