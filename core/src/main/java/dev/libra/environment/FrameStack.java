package dev.libra.environment;

import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the last observations together, oldest first, so that an agent without memory can tell
 * velocities. An episode starts with copies of its first observation.
 */
public final class FrameStack extends Wrapper {
  private final int frames;
  private final int width;
  private final ObservationSpace space;
  private final double[] stack;

  public FrameStack(Environment environment, int frames) {
    super(environment);
    this.frames = Check.between("frames", frames, 1, 100);
    this.width = environment.observationSpace().size();
    this.space = stacked(environment.observationSpace(), frames);
    this.stack = new double[frames * width];
  }

  private static ObservationSpace stacked(ObservationSpace one, int frames) {
    List<Feature> features = new ArrayList<>();
    for (int age = frames - 1; age >= 0; age--) {
      for (Feature feature : one.features()) {
        features.add(new Feature(feature.name() + "-" + age, feature.low(), feature.high()));
      }
    }
    return new ObservationSpace(features);
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public double[] reset(long seed) {
    return fill(environment.reset(seed));
  }

  @Override
  public double[] reset() {
    return fill(environment.reset());
  }

  private double[] fill(double[] observation) {
    for (int frame = 0; frame < frames; frame++) {
      System.arraycopy(observation, 0, stack, frame * width, width);
    }
    return stack.clone();
  }

  @Override
  public Step step(int action) {
    Step step = environment.step(action);
    System.arraycopy(stack, width, stack, 0, (frames - 1) * width);
    System.arraycopy(step.observation(), 0, stack, (frames - 1) * width, width);
    return step.withObservation(stack.clone());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double value : stack) {
      out.writeDouble(value);
    }
    super.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < stack.length; i++) {
      stack[i] = in.readDouble();
    }
    super.restore(in);
  }
}
