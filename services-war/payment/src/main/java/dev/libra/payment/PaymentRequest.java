package dev.libra.payment;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A payment order as it is sent.
 *
 * @param amountCents no {@code long}: JSON binding would quietly cut 1.5 down to 1
 */
public record PaymentRequest(
    @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = "[A-Za-z0-9._:-]*", message = "may hold letters, digits and . _ : -")
        String productId,
    @NotNull
        @Positive
        @Digits(integer = 10, fraction = 0, message = "must be a whole number of at most 10 digits")
        BigDecimal amountCents,
    @NotNull @CurrencyCode String currency) {

  PaymentOrder order() {
    return new PaymentOrder(productId, amountCents.longValueExact(), currency);
  }
}
