package dev.libra.control;

import java.util.List;

/** What operators may see and change while the loop runs. */
public interface Controller {

  /** All services, in the configured order. */
  List<ServiceStatus> status();

  /**
   * Switches who decides about a service, from the next tick on.
   *
   * @throws IllegalArgumentException for an unknown service or a count outside its bounds
   */
  void switchMode(String service, Mode mode);
}
