package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks what Libra needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Check this machine and this installation; exit code 1 if something must be mended.")
final class DoctorCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    List<Checkup.Finding> findings = new Checkup(Workspace.current()).run();
    findings.forEach(
        f ->
            System.out.printf(
                "%-5s %-22s %s%n", f.level().name().toLowerCase(), f.what(), f.text()));
    return findings.stream().anyMatch(f -> f.level() == Checkup.Level.FAIL) ? 1 : 0;
  }
}
