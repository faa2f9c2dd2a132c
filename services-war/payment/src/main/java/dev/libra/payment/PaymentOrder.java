package dev.libra.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** What someone wants to pay. */
public record PaymentOrder(
    @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = "[A-Za-z0-9._:-]*", message = "may hold letters, digits and . _ : -")
        String productId,
    @NotNull @Positive Long amountCents,
    @NotNull @CurrencyCode String currency) {}
