package dev.libra.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the fields of a JSON object; what is wrong is told with the field's path. */
final class Fields {
  private final JsonObject object;
  private final String path;

  private Fields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  static Fields parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new Fields(reader.readObject(), "");
    } catch (JsonException e) {
      throw new IllegalArgumentException("the body must be a JSON object", e);
    }
  }

  String path() {
    return path;
  }

  boolean has(String name) {
    return object.containsKey(name);
  }

  String text(String name) {
    if (object.get(name) instanceof JsonString string) {
      return string.getString();
    }
    throw wrong(name, "a string");
  }

  long whole(String name) {
    try {
      return number(name, "a whole number").longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(message(name, "a whole number"), e);
    }
  }

  int count(String name) {
    long value = whole(name);
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw wrong(name, "a smaller number");
    }
    return (int) value;
  }

  double decimal(String name) {
    return number(name, "a number").doubleValue();
  }

  Instant instant(String name) {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(message(name, "an ISO-8601 instant"), e);
    }
  }

  URI uri(String name) {
    String text = text(name);
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(message(name, "an address"), e);
    }
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String text = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  List<Fields> objects(String name) {
    if (object.get(name) == null || object.get(name).getValueType() != JsonValue.ValueType.ARRAY) {
      throw wrong(name, "a list");
    }
    List<Fields> items = new ArrayList<>();
    for (JsonValue item : object.getJsonArray(name)) {
      String itemName = name + "[" + items.size() + "]";
      if (!(item instanceof JsonObject fields)) {
        throw new IllegalArgumentException(path + itemName + " must be an object");
      }
      items.add(new Fields(fields, path + itemName + "."));
    }
    return items;
  }

  IllegalArgumentException wrong(String name, String allowed) {
    return new IllegalArgumentException(message(name, allowed));
  }

  private java.math.BigDecimal number(String name, String allowed) {
    if (object.get(name) instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    throw wrong(name, allowed);
  }

  private String message(String name, String allowed) {
    JsonValue was = object.get(name);
    String shown = was == null ? "missing" : shortened(was.toString());
    return path + name + " must be " + allowed + ", was: " + shown;
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
