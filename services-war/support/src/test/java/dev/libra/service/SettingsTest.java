package dev.libra.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void anAbsentValueIsTheDefault() {
    Settings settings = new Settings(new MapConfig(Map.of()));
    assertThat(settings.integer("libra.x.size", 8, 1, 10)).isEqualTo(8);
    assertThat(settings.number("libra.x.rate", 0.5, 0, 1)).isEqualTo(0.5);
    assertThat(settings.text("libra.x.name", "ada")).isEqualTo("ada");
  }

  @Property
  void aNumberWithinItsBoundsIsRead(@ForAll @IntRange(min = 1, max = 10) int value) {
    assertThat(read(Integer.toString(value))).isEqualTo(value);
  }

  @Property
  void anythingElseIsRefusedWithItsKeyAndWhatIsAllowed(@ForAll String value) {
    if (!inLatinDigits(value.strip()).matches("[+]?0*([1-9]|10)")) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> read(value))
          .withMessageStartingWith("libra.x.size must be a whole number within 1-10, was: ");
    }
  }

  /** Java reads a number in any script's digits. */
  private static String inLatinDigits(String text) {
    StringBuilder latin = new StringBuilder();
    for (char c : text.toCharArray()) {
      latin.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return latin.toString();
  }

  @Test
  void notANumberIsOutOfBounds() {
    Settings settings = new Settings(new MapConfig(Map.of("libra.x.rate", "NaN")));
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> settings.number("libra.x.rate", 0, 0, 1));
  }

  @Test
  void aMisspeltKeyIsRefusedAndOthersKeysAreNot() {
    Settings settings =
        new Settings(new MapConfig(Map.of("LIBRA_X_SIZ", "1", "libra.y.size", "1")));
    settings.integer("libra.x.size", 8, 1, 10);
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> settings.rejectUnknown("libra.x."))
        .withMessage("unknown setting LIBRA_X_SIZ; known are [libra.x.size]");
    assertThatNoException().isThrownBy(() -> settings.rejectUnknown("libra.z."));
  }

  @Test
  void anEnvironmentVariableIsNoUnknownKey() {
    Settings settings = new Settings(new MapConfig(Map.of("LIBRA_X_MAX_SIZE", "1")));
    settings.integer("libra.x.max-size", 8, 1, 10);
    assertThatNoException().isThrownBy(() -> settings.rejectUnknown("libra.x."));
  }

  private static int read(String value) {
    return new Settings(new MapConfig(Map.of("libra.x.size", value)))
        .integer("libra.x.size", 8, 1, 10);
  }
}
