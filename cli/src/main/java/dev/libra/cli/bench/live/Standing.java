package dev.libra.cli.bench.live;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a policy came out, live or in the twin.
 *
 * @param runs that count
 * @param kept those of them that kept the SLO
 * @param paid mean of the paid replica-seconds
 */
record Standing(String policy, int runs, int kept, double paid) {

  /** The SLO first, then the cost; a policy without a run that counts is last. */
  static final Comparator<Standing> ORDER =
      Comparator.comparing((Standing s) -> s.runs() == 0)
          .thenComparing(s -> s.runs() - s.kept())
          .thenComparing(Standing::paid);

  /** For example "1. learned, 2. hpa-tuned". */
  static String ranking(List<Standing> standings) {
    List<String> names = order(standings);
    return IntStream.range(0, names.size())
        .mapToObj(i -> (i + 1) + ". " + names.get(i))
        .collect(Collectors.joining(", "));
  }

  static List<String> order(List<Standing> standings) {
    return standings.stream().sorted(ORDER).map(Standing::policy).toList();
  }
}
