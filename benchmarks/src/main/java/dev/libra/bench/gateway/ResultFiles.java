package dev.libra.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of the figures: a JSON file for each part, so that parts may run at any time. */
final class ResultFiles {
  static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  ResultFiles(Path folder) {
    this.folder = folder;
  }

  /** Keeps a result in place of that part's earlier one. */
  void write(PartResult result) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(file(result.part()).toFile(), result);
  }

  /** The results there are, in the order of the names. */
  List<PartResult> read(List<String> parts) throws IOException {
    List<PartResult> results = new ArrayList<>();
    for (String part : parts) {
      if (Files.exists(file(part))) {
        results.add(JSON.readValue(file(part).toFile(), PartResult.class));
      }
    }
    return results;
  }

  private Path file(String part) {
    return folder.resolve(part + ".json");
  }
}
