package dev.libra.control;

import dev.libra.decision.Opinion;
import dev.libra.policy.PolicyId;
import dev.libra.policy.fallback.FallbackPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts agreements by role; starts again when either of two policies was exchanged. */
final class AgreementMeter {
  private final Map<String, Agreement> byRole = new TreeMap<>();

  void count(Deliberation deliberation) {
    deliberation.opinions().forEach(opinion -> count(deliberation, opinion));
  }

  List<Agreement> all() {
    return List.copyOf(byRole.values());
  }

  private void count(Deliberation deliberation, Opinion opinion) {
    Agreement before = before(opinion, deliberation.acting());
    boolean comparable =
        !FallbackPolicy.stoodIn(deliberation.proposal())
            && !FallbackPolicy.stoodIn(opinion.proposal());
    boolean same = opinion.proposal().desired() == deliberation.proposal().desired();
    byRole.put(
        opinion.role(),
        new Agreement(
            opinion.role(),
            opinion.policy(),
            deliberation.acting(),
            before.compared() + (comparable ? 1 : 0),
            before.agreed() + (comparable && same ? 1 : 0),
            before.stoodIn() + (comparable ? 0 : 1)));
  }

  private Agreement before(Opinion opinion, PolicyId acting) {
    Agreement last = byRole.get(opinion.role());
    boolean goesOn =
        last != null && last.policy().equals(opinion.policy()) && last.acting().equals(acting);
    return goesOn ? last : new Agreement(opinion.role(), opinion.policy(), acting, 0, 0, 0);
  }
}
