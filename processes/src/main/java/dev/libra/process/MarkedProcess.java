package dev.libra.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running process that carries an installation's marks on its command line, found without its
 * record.
 *
 * @param record the record as the marks tell it
 */
public record MarkedProcess(ProcessRecord record) {
  private static final String HOME = "-Dlibra.home=";
  private static final String PROCESS = "-Dlibra.process=";
  // Not in libra.*, where every key is a checked configuration key.
  private static final String ROLE = "-Ddev.libra.role=";
  private static final String SERVICE = "-Ddev.libra.service=";
  private static final String PORT = "-Ddev.libra.port=";

  /** All processes of the installation that run now. */
  public static List<MarkedProcess> of(LibraHome home) {
    return ProcessHandle.allProcesses()
        .filter(Processes::lives)
        .flatMap(handle -> read(home, handle).stream())
        .toList();
  }

  static List<String> marks(LibraHome home, Launch launch) {
    String service = launch.service() == null ? "" : launch.service();
    return List.of(
        HOME + home.root(),
        PROCESS + launch.name(),
        ROLE + launch.role(),
        SERVICE + service,
        PORT + launch.port());
  }

  private static Optional<MarkedProcess> read(LibraHome home, ProcessHandle handle) {
    List<String> arguments = Processes.arguments(handle);
    Optional<Instant> start = handle.info().startInstant();
    Optional<String> name = value(arguments, PROCESS);
    if (!arguments.contains(HOME + home.root()) || start.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MarkedProcess(
            new ProcessRecord(
                name.get(),
                value(arguments, ROLE).orElse("unknown"),
                value(arguments, SERVICE).filter(s -> !s.isEmpty()).orElse(null),
                handle.pid(),
                start.get(),
                value(arguments, PORT).map(Integer::parseInt).orElse(0),
                false)));
  }

  private static Optional<String> value(List<String> arguments, String mark) {
    return arguments.stream()
        .filter(a -> a.startsWith(mark))
        .map(a -> a.substring(mark.length()))
        .findFirst();
  }
}
