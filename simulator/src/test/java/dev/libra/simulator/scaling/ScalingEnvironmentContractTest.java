package dev.libra.simulator.scaling;

import dev.libra.environment.Environment;
import dev.libra.environment.EnvironmentContract;

class ScalingEnvironmentContractTest extends EnvironmentContract {

  @Override
  protected Environment environment() {
    return new ScalingEnvironment(ScalingSettings.standard().withSteps(100));
  }
}
