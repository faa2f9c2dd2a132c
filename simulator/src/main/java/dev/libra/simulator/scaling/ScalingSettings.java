package dev.libra.simulator.scaling;

import dev.libra.fleet.Check;
import dev.libra.policy.ActionSet;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.TwinParameters;
import java.util.List;

/**
 * What episodes are drawn from.
 *
 * @param parameters the calibrated plant
 * @param randomization how far an episode's plant is from it
 * @param services which services are scaled
 * @param curriculum which synthetic traces come when
 * @param recorded real traces, of which episodes show random windows; may be empty
 * @param recordedShare share of the episodes that show one of them, once the curriculum's first
 *     stage is over
 * @param peak highest rate of an episode, as a share of what the most replicas can do
 * @param actions what the agent may do
 * @param weights of the reward
 * @param cooldowns of the guard rails and the mask
 * @param steps length of an episode
 */
public record ScalingSettings(
    TwinParameters parameters,
    DomainRandomization randomization,
    ServiceRanges services,
    Curriculum curriculum,
    List<Trace> recorded,
    double recordedShare,
    Range peak,
    ActionSet actions,
    RewardWeights weights,
    Cooldowns cooldowns,
    int steps) {

  public ScalingSettings {
    recorded = List.copyOf(recorded);
    Check.between("recordedShare", recordedShare, 0, 1);
    Check.between("peak.low", peak.low(), 0.01, 2);
    Check.between("peak.high", peak.high(), 0.01, 2);
    Check.between("steps", steps, 1, 100_000);
  }

  /** Synthetic traces and three actions; 30 minutes per episode. */
  public static ScalingSettings standard() {
    return new ScalingSettings(
        TwinParameters.standard(),
        DomainRandomization.standard(),
        ServiceRanges.standard(),
        Curriculum.standard(),
        List.of(),
        0,
        new Range(0.15, 0.8),
        ActionSet.STANDARD,
        RewardWeights.standard(),
        Cooldowns.standard(),
        900);
  }

  public ScalingSettings withParameters(TwinParameters value) {
    return new ScalingSettings(
        value,
        randomization,
        services,
        curriculum,
        recorded,
        recordedShare,
        peak,
        actions,
        weights,
        cooldowns,
        steps);
  }

  public ScalingSettings withServices(ServiceRanges value) {
    return new ScalingSettings(
        parameters,
        randomization,
        value,
        curriculum,
        recorded,
        recordedShare,
        peak,
        actions,
        weights,
        cooldowns,
        steps);
  }

  public ScalingSettings withCurriculum(Curriculum value) {
    return new ScalingSettings(
        parameters,
        randomization,
        services,
        value,
        recorded,
        recordedShare,
        peak,
        actions,
        weights,
        cooldowns,
        steps);
  }

  /** Real traces beside the synthetic ones. */
  public ScalingSettings withRecorded(List<Trace> traces, double share) {
    return new ScalingSettings(
        parameters,
        randomization,
        services,
        curriculum,
        traces,
        share,
        peak,
        actions,
        weights,
        cooldowns,
        steps);
  }

  public ScalingSettings withActions(ActionSet value) {
    return new ScalingSettings(
        parameters,
        randomization,
        services,
        curriculum,
        recorded,
        recordedShare,
        peak,
        value,
        weights,
        cooldowns,
        steps);
  }

  public ScalingSettings withWeights(RewardWeights value) {
    return new ScalingSettings(
        parameters,
        randomization,
        services,
        curriculum,
        recorded,
        recordedShare,
        peak,
        actions,
        value,
        cooldowns,
        steps);
  }

  public ScalingSettings withSteps(int value) {
    return new ScalingSettings(
        parameters,
        randomization,
        services,
        curriculum,
        recorded,
        recordedShare,
        peak,
        actions,
        weights,
        cooldowns,
        value);
  }
}
