package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * The plant that the twin simulates, relative to what is configured of a service.
 *
 * @param service how long requests take
 * @param fleet how replicas come and go
 * @param cpu what CPU they report
 * @param metering how late the control loop knows
 * @param gateway its limits
 */
public record TwinParameters(
    ServiceModel service,
    FleetModel fleet,
    CpuModel cpu,
    MeteringModel metering,
    GatewayModel gateway) {

  public TwinParameters {
    Check.present("service", service);
    Check.present("fleet", fleet);
    Check.present("cpu", cpu);
    Check.present("metering", metering);
    Check.present("gateway", gateway);
  }

  /** Those of the shipped services on the machine that Libra was built on. */
  public static TwinParameters standard() {
    return new TwinParameters(
        ServiceModel.standard(),
        FleetModel.standard(),
        CpuModel.standard(),
        MeteringModel.standard(),
        GatewayModel.standard());
  }

  public TwinParameters withService(ServiceModel value) {
    return new TwinParameters(value, fleet, cpu, metering, gateway);
  }

  public TwinParameters withFleet(FleetModel value) {
    return new TwinParameters(service, value, cpu, metering, gateway);
  }

  public TwinParameters withCpu(CpuModel value) {
    return new TwinParameters(service, fleet, value, metering, gateway);
  }

  public TwinParameters withMetering(MeteringModel value) {
    return new TwinParameters(service, fleet, cpu, value, gateway);
  }

  public TwinParameters withGateway(GatewayModel value) {
    return new TwinParameters(service, fleet, cpu, metering, value);
  }
}
