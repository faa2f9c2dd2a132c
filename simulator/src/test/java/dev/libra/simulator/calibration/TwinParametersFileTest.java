package dev.libra.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinParametersFileTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() {
    file = directory.resolve("twin.properties");
    TwinParametersFile.write(file, TwinParameters.standard(), "a test");
  }

  @Test
  void readsWhatItWrote() {
    assertThat(TwinParametersFile.read(file)).isEqualTo(TwinParameters.standard());
  }

  @Test
  void refusesAMissingAnUnknownAndAnImpossibleParameter() throws IOException {
    change(line -> line.startsWith("fleet.stopS") ? "" : line);
    assertThatThrownBy(() -> TwinParametersFile.read(file))
        .hasMessageContaining("twin.properties: fleet.stopS is missing");
    write();
    Files.writeString(file, Files.readString(file) + "fleet.stops=1\n");
    assertThatThrownBy(() -> TwinParametersFile.read(file))
        .hasMessageContaining("unknown parameters: [fleet.stops]");
    write();
    change(line -> line.startsWith("service.sigma") ? "service.sigma=-1" : line);
    assertThatThrownBy(() -> TwinParametersFile.read(file))
        .hasMessageContaining("service.sigma must be between 0.0 and 3.0, was: -1.0");
    write();
    change(line -> line.startsWith("service.sigma") ? "service.sigma=much" : line);
    assertThatThrownBy(() -> TwinParametersFile.read(file))
        .hasMessageContaining("service.sigma must be a number, was: much");
  }

  private void change(UnaryOperator<String> line) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().map(line).toList();
    Files.write(file, lines);
  }
}
