package dev.libra.learning.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir Path directory;

  @Test
  void writesTheResultAsPromised() throws IOException {
    new ResultFiles(directory.resolve("new/run"))
        .write(
            new TrainingResult(
                "ppo",
                "scaling",
                3,
                100_000,
                6000.5,
                new Evaluation(100, 499, 2),
                new TreeMap<>(Map.of("cost", 0.9))));
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(directory.resolve("new/run/result.json").toFile()))
        .isEqualTo(
            json.readTree(
                """
                {"agent":"ppo","env":"scaling","seed":3,"steps":100000,"stepsPerSecond":6000.5,
                 "evaluation":{"episodes":100,"meanReturn":499.0,"stdReturn":2.0},"explained":{"cost":0.9}}
                """));
  }

  @Test
  void writesTheCurve() throws IOException {
    new ResultFiles(directory).write(List.of(new CurvePoint(5, 1, 2)));
    assertThat(directory.resolve("curve.csv")).hasContent("step,meanReturn,meanLength\n5,1,2");
  }
}
