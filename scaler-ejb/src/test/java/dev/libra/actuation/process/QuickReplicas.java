package dev.libra.actuation.process;

import dev.libra.process.JavaProcess;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts {@link QuickReplica}s. */
final class QuickReplicas implements ReplicaLauncher {
  private final LibraHome home;
  private final int inboxPort;
  private final ProcessLauncher launcher;
  private final AtomicInteger launches = new AtomicInteger();
  private volatile String manner = "serve";

  QuickReplicas(LibraHome home, int inboxPort) {
    this.home = home;
    this.inboxPort = inboxPort;
    this.launcher = new ProcessLauncher(home, new ProcessRegistry(home));
  }

  void crashFromNowOn(boolean crash) {
    manner = crash ? "crash" : "serve";
  }

  int launches() {
    return launches.get();
  }

  @Override
  public void prepare(ReplicaPlan training) {
    // It is quick as it is.
  }

  @Override
  public ProcessRecord launch(ReplicaPlan plan) {
    launches.incrementAndGet();
    return launcher.start(
        new JavaProcess(
                plan.id(),
                ReplicaPlan.ROLE,
                plan.service().name(),
                plan.port(),
                List.of(testClasses()),
                QuickReplica.class.getName(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m"),
                List.of(
                    plan.id(), Integer.toString(plan.port()), Integer.toString(inboxPort), manner),
                Map.of())
            .launch(home));
  }

  @Override
  public void cleanUp(String replica) {
    // A quick replica leaves nothing behind.
  }

  private static Path testClasses() {
    return Path.of(
        QuickReplica.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
