package dev.libra.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {
  private final CurrencyCode.Validator validator = new CurrencyCode.Validator();

  @Property
  void acceptsWhatTheJdkKnowsAndNothingElse(@ForAll String text) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(text));
    assertThat(validator.isValid(text, null)).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "USD", "JPY"})
  void acceptsTheUsualOnes(String code) {
    assertThat(validator.isValid(code, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eur", "EURO", "", "E R", "ZZZ"})
  void refusesOthers(String code) {
    assertThat(validator.isValid(code, null)).isFalse();
  }
}
