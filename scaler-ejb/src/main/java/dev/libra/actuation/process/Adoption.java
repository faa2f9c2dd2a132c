package dev.libra.actuation.process;

import dev.libra.process.CorruptRecordException;
import dev.libra.process.LibraHome;
import dev.libra.process.MarkedProcess;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the replicas an earlier control started. Who carries this installation's marks on its
 * command line is ours, with or without a record; a record without such a process is removed.
 */
final class Adoption {
  private static final Logger LOG = System.getLogger(Adoption.class.getName());

  private final LibraHome home;
  private final ProcessRegistry registry;

  Adoption(LibraHome home, ProcessRegistry registry) {
    this.home = home;
    this.registry = registry;
  }

  /** The replicas that run; their records are in order again afterwards. */
  List<ProcessRecord> find() {
    Map<String, ProcessRecord> running =
        MarkedProcess.of(home).stream()
            .map(MarkedProcess::record)
            .filter(Adoption::isReplica)
            .collect(Collectors.toMap(ProcessRecord::name, Function.identity(), Adoption::newer));
    for (Path file : registry.files()) {
      readable(file).filter(Adoption::isReplica).ifPresent(r -> removeIfDead(r, running));
    }
    List<ProcessRecord> adopted = new ArrayList<>();
    running.values().forEach(marked -> adopted.add(recorded(marked)));
    return adopted;
  }

  private void removeIfDead(ProcessRecord record, Map<String, ProcessRecord> running) {
    if (!running.containsKey(record.name())) {
      LOG.log(Level.INFO, "{0} ended while control was away", record.name());
      registry.remove(record.name());
    }
  }

  /** The process's own record, which may say that it drains, or one made from its marks. */
  private ProcessRecord recorded(ProcessRecord marked) {
    Optional<ProcessRecord> record =
        readable(home.run().resolve(marked.name() + ".json"))
            .filter(r -> r.pid() == marked.pid() && Processes.isAlive(r));
    if (record.isEmpty()) {
      registry.write(marked);
    }
    return record.orElse(marked);
  }

  private Optional<ProcessRecord> readable(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    try {
      return registry.read(name);
    } catch (CorruptRecordException e) {
      LOG.log(Level.WARNING, "Removing it: {0}", e.getMessage());
      delete(file);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }

  private static boolean isReplica(ProcessRecord record) {
    return ReplicaPlan.ROLE.equals(record.role()) && record.service() != null;
  }

  private static ProcessRecord newer(ProcessRecord one, ProcessRecord other) {
    return one.startedAt().isAfter(other.startedAt()) ? one : other;
  }
}
