package dev.libra.learning.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code result.json} and {@code curve.csv} to a training's directory. */
public final class ResultFiles {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path directory;

  /**
   * @param directory is made where it doesn't exist
   */
  public ResultFiles(Path directory) {
    this.directory = directory;
  }

  public void write(TrainingResult result) throws IOException {
    AtomicFile.write(directory.resolve("result.json"), JSON.writeValueAsBytes(result));
  }

  public void write(List<CurvePoint> curve) throws IOException {
    AtomicFile.write(directory.resolve("curve.csv"), CurveCsv.encode(curve));
  }
}
