package dev.libra.simulator.comparison;

import dev.libra.policy.Policy;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.tuning.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who takes part, in which form. */
final class Field {
  static final String STATIC_MIN = "static-min";
  static final String STATIC_MAX = "static-max";
  private final Plan plan;
  private final List<Rule> rules;

  Field(Plan plan) {
    this.plan = plan;
    this.rules =
        Rules.all(plan.service().maxReplicas()).stream()
            .filter(rule -> plan.rules().contains(rule.name()))
            .toList();
  }

  /** Rules with parameters to search. */
  List<Rule> rules() {
    return rules;
  }

  /** All of them for one trace. */
  List<Entrant> entrants(Map<String, double[]> tuned, Map<String, double[]> oracle) {
    List<Entrant> entrants = new ArrayList<>();
    for (Rule rule : rules) {
      entrants.add(of(rule, "stock", rule.stockPoint()));
      add(entrants, rule, "tuned", tuned.get(rule.name()));
      add(entrants, rule, "oracle", oracle.get(rule.name()));
    }
    if (plan.rules().contains(STATIC_MIN)) {
      entrants.add(constant(STATIC_MIN, FixedSettings.min()));
    }
    if (plan.rules().contains(STATIC_MAX)) {
      entrants.add(constant(STATIC_MAX, FixedSettings.max()));
    }
    entrants.addAll(plan.learned());
    entrants.addAll(ablations(tuned.get("hpa")));
    return entrants;
  }

  static Entrant of(Rule rule, String form, double[] point) {
    return new Entrant(
        rule.name(), form, 0, false, rule.describe(point), service -> rule.create(point));
  }

  private static void add(List<Entrant> entrants, Rule rule, String form, double[] point) {
    if (point != null) {
      entrants.add(of(rule, form, point));
    }
  }

  private List<Entrant> ablations(double[] hpa) {
    List<Entrant> ablations = new ArrayList<>();
    plan.learned()
        .forEach(l -> ablations.add(l.ablation(l.policy() + " without guard rails", false)));
    ablations.add(
        new Entrant(
            "guard rails with random actions",
            "ablation",
            0,
            true,
            "one fewer, the same or one more, each with 1/3",
            service -> new RandomPolicy(1)));
    rules.stream()
        .filter(rule -> rule.name().equals("hpa") && hpa != null)
        .forEach(
            rule ->
                ablations.add(of(rule, "tuned", hpa).ablation("guard rails with tuned hpa", true)));
    return ablations;
  }

  private static Entrant constant(String name, FixedSettings settings) {
    Policy policy = new FixedPolicy(settings);
    return new Entrant(name, "static", 0, false, "", service -> policy);
  }
}
