package dev.libra.cli;

import dev.libra.cli.runtime.LibertyRuntime;
import dev.libra.cli.workspace.Workspace;
import dev.libra.process.ProcessRegistry;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything that isn't running yet. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the store, control, gateway, traffic and one replica of each service.")
final class UpCommand implements Callable<Integer> {
  @Option(names = "--detach", description = "Return when all is up, instead of staying.")
  private boolean detach;

  @Option(names = "--no-traffic", description = "Start no default traffic.")
  private boolean noTraffic;

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      description = "Address for dashboard and gateway (default: 127.0.0.1).")
  private String host;

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    Settings settings = Settings.read(workspace);
    Addresses addresses = Addresses.from(settings, host);
    Secrets secrets = new Secrets(workspace.home().secrets(), new SecureRandom());
    LocalApi api = new LocalApi(secrets);
    Progress progress = new Progress(System.out, System.console() != null);
    try (UpLock lock = UpLock.take(workspace.home().root())) {
      new ProcessRegistry(workspace.home())
          .all(); // a corrupt record is reported before anything starts
      Applications applications = prepare(workspace, secrets, progress);
      Blueprint blueprint = new Blueprint(workspace, settings, addresses, secrets, applications);
      boolean ownStore = settings.text("libra.mongodb.uri", "").isEmpty();
      new Startup(workspace, addresses, api, progress).run(blueprint, ownStore);
      if (!noTraffic) {
        DefaultTraffic.start(api, addresses, progress);
      }
    }
    announce(addresses, secrets, progress);
    if (!detach) {
      new Foreground(workspace, addresses, api).stay();
    }
    return 0;
  }

  private static Applications prepare(Workspace workspace, Secrets secrets, Progress progress) {
    secrets.ensure();
    LibertyRuntime runtime = new LibertyRuntime(workspace.home().wlp());
    if (!runtime.isReady()) {
      progress.step("unpacking Open Liberty", runtime::unpack);
    }
    Applications applications = new Applications(workspace);
    applications.stage();
    return applications;
  }

  private static void announce(Addresses addresses, Secrets secrets, Progress progress) {
    progress.say("");
    progress.say("  dashboard  " + addresses.shown(addresses.control()));
    progress.say("  gateway    " + addresses.shown(addresses.gateway()));
    progress.say("  log in as  admin / " + secrets.read(Secrets.ADMIN_PASSWORD));
    progress.say("");
  }
}
