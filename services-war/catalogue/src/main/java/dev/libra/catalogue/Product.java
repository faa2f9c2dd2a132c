package dev.libra.catalogue;

import java.util.Objects;

/**
 * One product.
 *
 * @param number its place in the catalogue, from 0
 * @param id what the outside calls it, such as {@code p00042}
 */
public record Product(
    int number, String id, String name, String category, String description, int priceCents) {

  public Product {
    if (number < 0) {
      throw new IllegalArgumentException("number must be at least 0, was: " + number);
    }
    if (priceCents < 1) {
      throw new IllegalArgumentException("priceCents must be at least 1, was: " + priceCents);
    }
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(description, "description");
  }
}
