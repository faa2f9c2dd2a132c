package dev.libra.simulator.comparison;

import dev.libra.simulator.clairvoyant.ClairvoyantBound;
import dev.libra.simulator.comparison.Playback.Played;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What came out on one trace.
 *
 * @param rows one per entrant and replay
 * @param frontier one per knob position, on the first replay
 * @param shifts one per shift and tuned or learned entrant, on the first replay
 */
record TraceOutcome(
    Played played,
    Optional<ClairvoyantBound> bound,
    List<RunRow> rows,
    List<RunRow> frontier,
    List<ShiftRow> shifts) {

  TraceOutcome {
    rows = List.copyOf(rows);
    frontier = List.copyOf(frontier);
    shifts = List.copyOf(shifts);
  }

  String name() {
    return played.trace().name();
  }

  /** Each entrant's replays, in order of appearance. */
  List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    for (Entrant entrant : new LinkedHashSet<>(rows.stream().map(RunRow::entrant).toList())) {
      standings.add(
          new Standing(entrant, rows.stream().filter(r -> r.entrant().equals(entrant)).toList()));
    }
    return standings;
  }

  /** The cheapest tuned rule that keeps the SLO in each replay. */
  Optional<Standing> bestTuned() {
    return standings().stream()
        .filter(s -> s.entrant().form().equals("tuned") && s.sloMet())
        .min((a, b) -> Double.compare(a.meanPaid(), b.meanPaid()));
  }
}
