package dev.libra.learning.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.libra.learning.network.Activation;
import dev.libra.learning.normalization.NormalizationStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LearnedInferenceTest {
  private static final ObservationLayout LAYOUT =
      new ObservationLayout("libra", 1, List.of("cpu", "p95"));
  private static final List<String> ACTIONS = List.of("down", "keep", "up");

  @Test
  void givesProbabilitiesAndTheLikeliestAction() {
    Choice choice = copyFirst(Head.POLICY).choose(new double[] {2, 0}, null);
    assertThat(choice.name()).isEqualTo("up");
    assertThat(choice.terms().values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-6));
    assertThat(choice.terms()).containsOnlyKeys("p(down)", "p(keep)", "p(up)");
  }

  @Test
  void tellsLogitsApartWhoseProbabilitiesRoundToTheSame() {
    float[] logits = {0, Float.MIN_NORMAL, -1};
    Choice choice = inference(biased(logits), Head.POLICY, 1).choose(new double[2], null);
    assertThat(choice.score(0)).isEqualTo(choice.score(1));
    assertThat(choice.action()).isEqualTo(1);
  }

  @Test
  void neverChoosesWhatTheMaskForbids() {
    Choice choice =
        copyFirst(Head.POLICY).choose(new double[] {2, 0}, new boolean[] {true, true, false});
    assertThat(choice.action()).isEqualTo(1);
    assertThat(choice.score(2)).isZero();
  }

  @Test
  void givesQValuesAsTheyAre() {
    Choice choice = copyFirst(Head.Q).choose(new double[] {2, 0}, null);
    assertThat(choice.terms()).isEqualTo(Map.of("Q(down)", -2.0, "Q(keep)", 0.0, "Q(up)", 2.0));
  }

  @Test
  void duelingHeadsAddValueAndCentredAdvantage() {
    DenseLayer advantage =
        new DenseLayer(2, new float[6], new float[] {1, 2, 6}, Activation.IDENTITY);
    DenseLayer value = new DenseLayer(2, new float[2], new float[] {10}, Activation.IDENTITY);
    InferenceNetwork network =
        new InferenceNetwork(
            2,
            List.of(new InferenceNetwork.Node(-1, advantage), new InferenceNetwork.Node(-1, value)),
            Map.of("advantage", 0, "value", 1));
    Choice choice = inference(network, Head.DUELING, 1).choose(new double[2], null);
    assertThat(choice.terms().values()).containsExactly(8.0, 9.0, 13.0);
  }

  @Test
  void normalisesEveryFrameAndClips() {
    DenseLayer sum =
        new DenseLayer(4, new float[] {1, 10, 100, 1000}, new float[1], Activation.IDENTITY);
    LearnedInference inference =
        new LearnedInference(
            new LearnedModel(
                InferenceNetwork.stack("qValues", List.of(sum)),
                Head.Q,
                LAYOUT,
                2,
                new NormalizationStatistics(List.of(1.0, 0.0), List.of(4.0, 1.0), 5),
                List.of("keep")));
    Choice choice = inference.choose(new double[] {3, 2, 5, 99}, null);
    assertThat(choice.score(0)).isCloseTo(1 + 20 + 200 + 5000, within(1e-2f));
  }

  /** Against the lead at two observations that are close to each other. */
  @Test
  void reasonsAreDistancesTimesTheLeadsSlopes() {
    for (Head head : Head.values()) {
      LearnedInference inference = tree(head);
      double[] observation = {1.1, -0.7};
      double[] reasons = inference.explain(observation, null).reasons();
      Choice choice = inference.choose(observation, null);
      int next = next(choice);
      for (int i = 0; i < 2; i++) {
        double step = 1e-3;
        double[] more = observation.clone();
        double[] less = observation.clone();
        more[i] += step;
        less[i] -= step;
        double rise =
            lead(inference, more, choice.action(), next)
                - lead(inference, less, choice.action(), next);
        // In training the first value's mean was 0.3, the second's 0.
        double distance = i == 0 ? observation[0] - 0.3 : observation[1];
        assertThat(reasons[i])
            .as(head + " " + i)
            .isCloseTo(distance * rise / (2 * step), within(2e-3));
      }
    }
  }

  private static int next(Choice choice) {
    int next = choice.action() == 0 ? 1 : 0;
    for (int i = 0; i < ACTIONS.size(); i++) {
      next = i != choice.action() && choice.score(i) > choice.score(next) ? i : next;
    }
    return next;
  }

  private static double lead(
      LearnedInference inference, double[] observation, int action, int other) {
    Choice choice = inference.choose(observation, null);
    return choice.terms().containsKey("p(up)")
        ? Math.log(choice.score(action) / (double) choice.score(other))
        : choice.score(action) - choice.score(other);
  }

  /** A trunk whose heads see it together. */
  private static LearnedInference tree(Head head) {
    return new LearnedInference(
        new LearnedModel(
            InferenceNetworks.of(Models.trunkWithHeads(5, 2, 16, 3, head.output())),
            head,
            LAYOUT,
            1,
            new NormalizationStatistics(List.of(0.3, 0.0), List.of(4.0, 1.0), 10),
            ACTIONS));
  }

  @Test
  void nothingIsAReasonWhereOnlyOneActionIsAllowed() {
    boolean[] mask = {false, true, false};
    assertThat(tree(Head.POLICY).explain(new double[] {1, 1}, mask).reasons())
        .containsExactly(0, 0);
  }

  @Test
  void comparesWithTheNextBestThatIsAllowed() {
    double[] all = copyFirst(Head.Q).explain(new double[] {2, 7}, null).reasons();
    assertThat(all).containsExactly(2, 0);
    double[] without =
        copyFirst(Head.Q).explain(new double[] {2, 7}, new boolean[] {true, false, true}).reasons();
    assertThat(without).containsExactly(4, 0);
  }

  @Test
  void namesTheFeatureThatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copyFirst(Head.Q).choose(new double[] {0, Double.NaN}, null))
        .withMessage("observation value p95 (1) must be finite, was: NaN");
  }

  @Test
  void namesTheFrameOfAFeatureThatIsNotFinite() {
    InferenceNetwork network =
        InferenceNetwork.stack(
            "qValues",
            List.of(new DenseLayer(4, new float[12], new float[3], Activation.IDENTITY)));
    double[] observation = {0, 0, Double.POSITIVE_INFINITY, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference(network, Head.Q, 2).choose(observation, null))
        .withMessageStartingWith("observation value cpu in frame 2 of 2 (2) must be finite");
  }

  @Test
  void refusesAnObservationOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copyFirst(Head.Q).choose(new double[3], null))
        .withMessage(
            "observation must have 2 values of layout libra-1 (2 features × 1 frames), had: 3");
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    LearnedInference inference =
        new LearnedInference(
            new LearnedModel(
                InferenceNetworks.of(Models.trunkWithHeads(7, 2, 32, 3, "logits")),
                Head.POLICY,
                LAYOUT,
                1,
                NormalizationStatistics.none(2),
                ACTIONS));
    List<Map<String, Double>> alone = walk(inference);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Map<String, Double>>>> together = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        together.add(threads.submit(() -> walk(inference)));
      }
      for (Future<List<Map<String, Double>>> walk : together) {
        assertThat(walk.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Map<String, Double>> walk(LearnedInference inference) {
    SplittableRandom random = new SplittableRandom(3);
    List<Map<String, Double>> terms = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double[] observation = {random.nextDouble(), random.nextDouble()};
      terms.add(inference.choose(observation, null).terms());
    }
    return terms;
  }

  private static InferenceNetwork biased(float[] logits) {
    DenseLayer layer = new DenseLayer(2, new float[6], logits, Activation.IDENTITY);
    return InferenceNetwork.stack(Head.LOGITS_OUTPUT, List.of(layer));
  }

  /** Scores −x, 0 and x of the first feature x. */
  private static LearnedInference copyFirst(Head head) {
    DenseLayer layer =
        new DenseLayer(2, new float[] {-1, 0, 1, 0, 0, 0}, new float[3], Activation.IDENTITY);
    return inference(InferenceNetwork.stack(head.output(), List.of(layer)), head, 1);
  }

  private static LearnedInference inference(InferenceNetwork network, Head head, int frames) {
    return new LearnedInference(
        new LearnedModel(network, head, LAYOUT, frames, NormalizationStatistics.none(2), ACTIONS));
  }
}
