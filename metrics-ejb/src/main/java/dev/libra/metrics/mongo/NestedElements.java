package dev.libra.metrics.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jnosql.communication.semistructured.Element;

/**
 * Turns nested maps into JNoSQL's elements and back: a nested document is a list of elements there.
 */
final class NestedElements {

  private NestedElements() {}

  /** Leaves out what is null. */
  static List<Element> of(Map<String, ?> document) {
    List<Element> elements = new ArrayList<>();
    document.forEach(
        (name, value) -> {
          if (value != null) {
            elements.add(Element.of(name, write(value)));
          }
        });
    return elements;
  }

  static Map<String, Object> toMap(List<?> elements) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (Object item : elements) {
      Element element = (Element) item;
      document.put(element.name(), read(element.get()));
    }
    return document;
  }

  @SuppressWarnings("unchecked")
  private static Object write(Object value) {
    if (value instanceof Map<?, ?> nested) {
      return of((Map<String, ?>) nested);
    }
    return value instanceof List<?> list
        ? list.stream().map(NestedElements::write).toList()
        : value;
  }

  private static Object read(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      return value;
    }
    return list.get(0) instanceof Element
        ? toMap(list)
        : list.stream().map(NestedElements::read).toList();
  }
}
