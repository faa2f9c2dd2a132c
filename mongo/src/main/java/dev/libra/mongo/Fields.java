package dev.libra.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a stored document's fields; a missing or wrong one is named. */
public record Fields(Map<String, ?> document) {

  public String text(String field) {
    if (document.get(field) instanceof String text) {
      return text;
    }
    throw wrong(field, "a text");
  }

  public double decimal(String field) {
    return number(field).doubleValue();
  }

  public int integer(String field) {
    return number(field).intValue();
  }

  public long whole(String field) {
    return number(field).longValue();
  }

  /** Null if it is missing. */
  public Instant instant(String field) {
    return document.get(field) instanceof Date date ? date.toInstant() : null;
  }

  public Optional<Fields> nested(String field) {
    return Optional.ofNullable(document.get(field)).map(value -> of(field, value));
  }

  public List<Fields> list(String field) {
    // JNoSQL stores an empty list of documents as an empty document.
    return document.get(field) instanceof List<?> list
        ? list.stream().map(value -> of(field, value)).toList()
        : List.of();
  }

  public List<Double> decimals(String field) {
    return document.get(field) instanceof List<?> list
        ? list.stream().map(value -> ((Number) value).doubleValue()).toList()
        : List.of();
  }

  public Map<String, Double> decimalsByName() {
    Map<String, Double> all = new TreeMap<>();
    document.keySet().forEach(name -> all.put(name, decimal(name)));
    return all;
  }

  private Number number(String field) {
    if (document.get(field) instanceof Number number) {
      return number;
    }
    throw wrong(field, "a number");
  }

  @SuppressWarnings("unchecked")
  private Fields of(String field, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields((Map<String, ?>) map);
    }
    if (value instanceof List<?> list && list.isEmpty()) {
      return new Fields(Map.of());
    }
    throw wrong(field, "a document");
  }

  private IllegalArgumentException wrong(String field, String wanted) {
    return new IllegalArgumentException(
        field + " must be " + wanted + ", was: " + document.get(field));
  }
}
