package dev.libra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.libra.cli.workspace.Workspace;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows services and processes. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show the services and the processes; exit code 1 if control doesn't answer.")
final class StatusCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    Addresses addresses = Addresses.from(Settings.read(workspace), null);
    List<ProcessRecord> processes = new ProcessRegistry(workspace.home()).all();
    LocalApi api = new LocalApi(new Secrets(workspace.home().secrets(), new SecureRandom()));
    Optional<JsonNode> status =
        processes.isEmpty() ? Optional.empty() : api.get(addresses.controlUrl() + "/api/status");
    print(status, processes);
    if (status.isEmpty()) {
      spec.commandLine().getErr().println(reason(processes));
      return 1;
    }
    return 0;
  }

  private void print(Optional<JsonNode> status, List<ProcessRecord> processes) {
    if (json) {
      System.out.println(toJson(status, processes).toPrettyString());
      return;
    }
    status.ifPresent(s -> System.out.println(StatusTable.table(s) + System.lineSeparator()));
    processes.forEach(
        p ->
            System.out.printf(
                "%-18s %-8s pid %-8d port %-6d %s%n",
                p.name(), p.role(), p.pid(), p.port(), Processes.isAlive(p) ? "up" : "DOWN"));
  }

  private static String reason(List<ProcessRecord> processes) {
    return processes.isEmpty()
        ? "libra: nothing runs here: './libra up' starts it"
        : "libra: control doesn't answer: './libra up --detach' starts what is missing";
  }

  private static ObjectNode toJson(Optional<JsonNode> status, List<ProcessRecord> processes) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("services", status.map(s -> s.path("services")).orElseGet(JSON::createArrayNode));
    status.map(s -> s.get("at")).ifPresent(at -> answer.set("at", at));
    ArrayNode list = answer.putArray("processes");
    for (ProcessRecord process : processes) {
      list.addObject()
          .put("name", process.name())
          .put("role", process.role())
          .put("pid", process.pid())
          .put("port", process.port())
          .put("up", Processes.isAlive(process));
    }
    return answer;
  }
}
