package dev.libra.environment;

import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Truncates episodes after a number of steps, and refuses steps outside an episode. */
public final class TimeLimit extends Wrapper {
  private final int limit;
  private int steps;
  private boolean running;

  /**
   * @param limit steps after which an episode that did not terminate is truncated
   */
  public TimeLimit(Environment environment, int limit) {
    super(environment);
    this.limit = Check.between("limit", limit, 1, Integer.MAX_VALUE);
  }

  @Override
  public double[] reset(long seed) {
    begin();
    return environment.reset(seed);
  }

  @Override
  public double[] reset() {
    begin();
    return environment.reset();
  }

  private void begin() {
    steps = 0;
    running = true;
  }

  @Override
  public Step step(int action) {
    if (!running) {
      throw new IllegalStateException("no episode is running: call reset first");
    }
    Step step = environment.step(action);
    steps++;
    if (steps >= limit && !step.terminated()) {
      step = step.withTruncated(true);
    }
    running = !step.ended();
    return step;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(steps);
    out.writeBoolean(running);
    super.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readInt();
    running = in.readBoolean();
    super.restore(in);
  }
}
