package dev.libra.simulator.calibration;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * What was measured of one live service.
 *
 * @param startsS times from launch to ready
 * @param drainsS times from the order to scale down to the end of the process
 * @param quietP50Ms median latency at a load without queueing
 * @param quietP95Ms its P95
 * @param fullRate requests/s that one replica answers while requests always wait
 * @param idleCpu CPU without requests, as a fraction of the limit
 * @param quiet one replica at a load without queueing
 * @param busy one replica at about 60 % load
 * @param fresh what requests of a fresh replica take longer
 */
public record Measurements(
    List<Double> startsS,
    List<Double> drainsS,
    double quietP50Ms,
    double quietP95Ms,
    double fullRate,
    double idleCpu,
    LoadedReplica quiet,
    LoadedReplica busy,
    FreshReplica fresh) {

  public Measurements {
    startsS = List.copyOf(startsS);
    drainsS = List.copyOf(drainsS);
    Check.between("number of measured starts", startsS.size(), 1, 1_000_000);
    Check.between("quietP50Ms", quietP50Ms, 0.001, 600_000);
    Check.between("quietP95Ms", quietP95Ms, quietP50Ms, 600_000);
    Check.between("fullRate", fullRate, 0.001, 1e6);
    Check.between("idleCpu", idleCpu, 0, 100);
    Check.present("quiet", quiet);
    Check.present("busy", busy);
    Check.between("busy.rate", busy.rate(), quiet.rate(), fullRate);
    Check.present("fresh", fresh);
  }
}
