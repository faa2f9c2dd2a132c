package dev.libra.environment.control;

import dev.libra.environment.Environment;
import dev.libra.environment.EnvironmentContract;

class MountainCarContractTest extends EnvironmentContract {

  @Override
  protected Environment environment() {
    return Tasks.named("mountaincar");
  }
}
