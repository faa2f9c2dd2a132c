package dev.libra.environment.control;

import dev.libra.environment.Environment;
import dev.libra.environment.EnvironmentContract;

class AcrobotContractTest extends EnvironmentContract {

  @Override
  protected Environment environment() {
    return Tasks.named("acrobot");
  }
}
