package dev.libra.actuation.process;

import dev.libra.fleet.LiveFleet;
import dev.libra.process.ProcessRegistry;

/** What the reconcilers of all services share. */
record Surroundings(
    ActuatorSettings settings,
    LiveFleet fleet,
    ProcessRegistry registry,
    ReplicaLauncher launcher,
    ReplicaLifecycle lifecycle,
    Hearing hearing,
    ReplicaLogs logs) {}
