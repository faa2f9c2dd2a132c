package dev.libra.simulator.twin;

/** What the first requests of a fresh replica cost more, by their number. */
final class WarmUp {
  private static final double NEGLIGIBLE = 7;

  /** CPU is told apart in groups of this many requests, which keeps the table small. */
  private static final int GROUP_BITS = 4;

  private final long[] extraMicros;
  private final double[] cpu;

  /**
   * @param warmCpu CPU of a request on a warm replica
   */
  WarmUp(ServiceModel service, CpuModel model, double warmCpu) {
    extraMicros = new long[length(service.warmUpRequests(), 1)];
    for (int i = 0; i < extraMicros.length - 1; i++) {
      double cold = StrictMath.exp(-i / service.warmUpRequests());
      extraMicros[i] = Math.round(service.coldExtraMs() * 1000 * cold);
    }
    int group = 1 << GROUP_BITS;
    cpu = new double[length(model.warmUpRequests(), group)];
    for (int i = 0; i < cpu.length; i++) {
      boolean warm = i == cpu.length - 1;
      double cold = warm ? 0 : StrictMath.exp(-i * group / model.warmUpRequests());
      cpu[i] = warmCpu * (1 + (model.coldFactor() - 1) * cold);
    }
  }

  private static int length(double requests, int group) {
    return (int) Math.ceil(NEGLIGIBLE * requests / group) + 1;
  }

  long extraMicros(int served) {
    return extraMicros[Math.min(served, extraMicros.length - 1)];
  }

  double cpu(int served) {
    return cpu[Math.min(served >> GROUP_BITS, cpu.length - 1)];
  }

  /** Requests after which a replica counts as warm. */
  int requests() {
    return Math.max(extraMicros.length, cpu.length << GROUP_BITS);
  }
}
