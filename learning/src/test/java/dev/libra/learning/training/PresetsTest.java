package dev.libra.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.learning.dqn.DqnSettings;
import dev.libra.learning.network.Activation;
import dev.libra.learning.ppo.PpoSettings;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {
  private static final Presets PRESETS = Presets.shipped();

  @Test
  void readsTheShippedOnes() {
    PpoSettings ppo = (PpoSettings) PRESETS.get("ppo", "cartpole");
    assertThat(ppo.batchSize()).isEqualTo(256);
    assertThat(ppo.hiddenUnits()).isEqualTo(List.of(64, 64));
    assertThat(ppo.activation()).isEqualTo(Activation.TANH);
    DqnSettings dqn = (DqnSettings) PRESETS.get("dqn", "mountaincar");
    assertThat(dqn.discount()).isEqualTo(0.98);
    assertThat(PRESETS.names()).contains("ppo.acrobot", "dqn.acrobot");
  }

  @Test
  void replacesSingleValues() {
    Map<String, String> overrides = Map.of("targetKl", "0.02");
    assertThat(((PpoSettings) PRESETS.get("ppo", "cartpole", overrides)).targetKl())
        .isEqualTo(0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "clipRnage, 0.1, unknown [clipRnage]",
    "epochs, many, 'epochs must be a whole number, was: many'",
    "epochs, 2.5, 'epochs must be a whole number, was: 2.5'",
    "epochs, 0, epochs must be between 1 and 1000",
    "discount, 1.5, discount must be between 0.0 and 1.0",
    "learningRate, NaN, learningRate must be between",
    "clipValues, yes, 'clipValues must be true or false, was: yes'",
    "activation, sine, 'activation must be one of [tanh, relu, identity], was: sine'",
    "hiddenUnits, '64,64', hiddenUnits must be whole numbers"
  })
  void namesWhatIsWrong(String parameter, String value, String message) {
    assertThatThrownBy(() -> PRESETS.get("ppo", "cartpole", Map.of(parameter, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ppo.cartpole")
        .hasMessageContaining(message);
  }

  @Test
  void namesThePresetsThereAre() {
    assertThatThrownBy(() -> PRESETS.get("ppo", "pong")).hasMessageContaining("ppo.cartpole");
    assertThatThrownBy(() -> PRESETS.get("a2c", "cartpole")).hasMessageContaining("dqn.cartpole");
  }

  @Test
  void refusesAFileThatLeavesSomethingOut() {
    Properties properties = new Properties();
    properties.setProperty("ppo.lonely.epochs", "3");
    assertThatThrownBy(() -> new Presets(properties))
        .hasMessageContaining("ppo.lonely: missing [activation,");
  }
}
