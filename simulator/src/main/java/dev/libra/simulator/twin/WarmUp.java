package dev.libra.simulator.twin;

/** What the first requests of a fresh replica cost more, by their number. */
final class WarmUp {
  private static final double NEGLIGIBLE = 7;

  private final long[] extraMicros;
  private final double[] cpu;

  /**
   * @param warmCpu CPU of a request on a warm replica
   */
  WarmUp(ServiceModel service, double coldFactor, double warmCpu) {
    int length = (int) Math.ceil(NEGLIGIBLE * service.warmUpRequests()) + 1;
    extraMicros = new long[length];
    cpu = new double[length];
    for (int i = 0; i < length; i++) {
      double cold = i == length - 1 ? 0 : StrictMath.exp(-i / service.warmUpRequests());
      extraMicros[i] = Math.round(service.coldExtraMs() * 1000 * cold);
      cpu[i] = warmCpu * (1 + (coldFactor - 1) * cold);
    }
  }

  long extraMicros(int served) {
    return extraMicros[Math.min(served, extraMicros.length - 1)];
  }

  double cpu(int served) {
    return cpu[Math.min(served, cpu.length - 1)];
  }

  /** Requests after which a replica counts as warm. */
  int requests() {
    return cpu.length;
  }
}
