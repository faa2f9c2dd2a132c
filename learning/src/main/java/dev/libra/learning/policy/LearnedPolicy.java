package dev.libra.learning.policy;

import dev.libra.fleet.Check;
import dev.libra.learning.artifact.Manifest;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.inference.Choice;
import dev.libra.learning.inference.ExpectedRewards;
import dev.libra.learning.inference.ExplainedChoice;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.observation.Budget;
import dev.libra.observation.EncodedObservation;
import dev.libra.observation.ErrorBudget;
import dev.libra.observation.Observation;
import dev.libra.observation.ObservationEncoder;
import dev.libra.policy.ActionSet;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.fallback.SelfDoubting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A trained agent that decides about one service: its best allowed action, without exploration.
 *
 * <p>The terms of a proposal are {@code p(action)} or {@code Q(action)}, and {@code
 * matters(feature)}: what it adds to the chosen action's lead over the next best one, summed over
 * the frames (see {@link ExplainedChoice}); and of artifacts that know it {@code
 * expects(component)}: the mean of a component of the reward over the steps to come (see {@link
 * ExpectedRewards}).
 */
public final class LearnedPolicy implements Policy, SelfDoubting {
  /** Keeps features that hardly varied in training from looking odd at the first change. */
  private static final double LEAST_DEVIATION = 0.05;

  private final PolicyId id;
  private final LearnedInference inference;
  private final Optional<ExpectedRewards> expectedRewards;
  private final ObservationLayout layout;
  private final NormalizationStatistics normaliser;
  private final double[] neutral;
  private final ActionSet actions;
  private final LearnedPolicySettings settings;
  private final ObservationEncoder encoder;
  private final Frames frames;
  private Observation last;
  private double[] values;

  /** With the standard error budget. */
  public LearnedPolicy(PolicyArtifact artifact, LearnedPolicySettings settings) {
    this(artifact, settings, ErrorBudget.standard());
  }

  /**
   * @param budget of this service alone: the more of it is spent, the more the policy spends on
   *     replicas
   * @throws IllegalArgumentException if the artifact wasn't trained to scale, or on another layout
   */
  public LearnedPolicy(PolicyArtifact artifact, LearnedPolicySettings settings, Budget budget) {
    Manifest manifest = artifact.manifest();
    this.layout = manifest.layout();
    checkLayout(layout);
    this.encoder = new ObservationEncoder(budget);
    this.settings = Check.present("settings", settings);
    this.actions = ActionSet.named(manifest.actions());
    this.inference = artifact.inference();
    this.expectedRewards = artifact.expectedRewards();
    this.normaliser = manifest.normaliser();
    this.neutral = normaliser.mean().stream().mapToDouble(m -> m).toArray();
    this.id = new PolicyId(manifest.agent(), layout.id(), artifact.digest());
    this.frames = new Frames(manifest.frames(), layout.size());
  }

  /** The layout that observations of services come in. */
  public static ObservationLayout layout() {
    String id = ObservationEncoder.LAYOUT;
    int dash = id.lastIndexOf('-');
    return new ObservationLayout(
        id.substring(0, dash),
        Integer.parseInt(id.substring(dash + 1)),
        ObservationEncoder.FEATURES.stream().map(ObservationEncoder.Feature::name).toList());
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Optional<String> doubt(Observation observation) {
    double[] values = values(observation);
    for (int i = 0; i < values.length; i++) {
      // Where each frame has statistics of its own, the newest is the last.
      int last = normaliser.mean().size() - layout.size() + i;
      double deviation = Math.sqrt(normaliser.variance().get(last));
      double off = Math.abs(values[i] - neutral[last]) / Math.max(LEAST_DEVIATION, deviation);
      if (!(off <= settings.maxDeviations())) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s %.3g is %.0f standard deviations from the mean of training",
                layout.features().get(i),
                values[i],
                off));
      }
    }
    return Optional.empty();
  }

  @Override
  public Proposal propose(Observation observation) {
    frames.add(values(observation));
    boolean[] mask = actions.mask(observation, settings.beforeUp(), settings.beforeDown());
    ExplainedChoice explained = inference.explain(frames.values(), mask);
    Choice choice = explained.choice();
    Map<String, Double> terms = new TreeMap<>(choice.terms());
    String most = explain(explained.reasons(), terms);
    expectedRewards.ifPresent(
        model ->
            model
                .of(frames.values())
                .forEach((component, mean) -> terms.put("expects(" + component + ")", mean)));
    String reason =
        String.format(
            Locale.ROOT,
            "%s (%.2f), mostly by %s",
            choice.name(),
            choice.score(choice.action()),
            most);
    return new Proposal(actions.desired(observation, choice.action()), reason, terms);
  }

  @Override
  public Optional<EncodedObservation> encoded(Observation observation) {
    List<Double> seen = Arrays.stream(values(observation)).boxed().toList();
    return Optional.of(new EncodedObservation(layout.id(), seen));
  }

  /**
   * Encodes each observation once: it is asked about for doubts first, and then for the proposal.
   */
  private double[] values(Observation observation) {
    if (observation != last) {
      values = encoder.values(observation);
      last = observation;
    }
    return values;
  }

  /** Adds what each feature matters, and returns the name of the one that matters most. */
  private String explain(double[] reasons, Map<String, Double> terms) {
    List<String> features = layout.features();
    int most = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < features.size(); i++) {
      double matters = 0;
      for (int at = i; at < reasons.length; at += features.size()) {
        matters += reasons[at];
      }
      terms.put("matters(" + features.get(i) + ")", matters);
      if (matters > highest) {
        highest = matters;
        most = i;
      }
    }
    return features.get(most);
  }

  private static void checkLayout(ObservationLayout found) {
    if (!found.equals(layout())) {
      throw new IllegalArgumentException(
          "the artifact's observation layout must be %s %s, is: %s %s"
              .formatted(layout().id(), layout().features(), found.id(), found.features()));
    }
  }
}
