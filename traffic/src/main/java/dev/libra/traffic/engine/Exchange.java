package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import java.util.function.Consumer;

/**
 * A call and who wants to know how it ended.
 *
 * @param since when it was handed over, in ns of {@link System#nanoTime()}
 */
record Exchange(Call call, long since, Consumer<Outcome> ended) {

  void end(Outcome outcome) {
    ended.accept(outcome);
  }

  void end(int status) {
    end(Outcome.of(status, call.isBot()));
  }
}
