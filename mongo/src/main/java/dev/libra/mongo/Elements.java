package dev.libra.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jnosql.communication.semistructured.Element;

/** Documents as JNoSQL's elements; fields without a value are left out. */
final class Elements {

  private Elements() {}

  static List<Element> of(Map<String, ?> document) {
    List<Element> elements = new ArrayList<>();
    document.forEach(
        (name, value) -> {
          if (value != null) {
            elements.add(Element.of(name, element(value)));
          }
        });
    return elements;
  }

  /** The document again; JNoSQL gives a nested one as a list of elements. */
  static Map<String, Object> toDocument(List<?> elements) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (Object each : elements) {
      Element element = (Element) each;
      document.put(element.name(), value(element.get()));
    }
    return document;
  }

  private static Object value(Object stored) {
    if (!(stored instanceof List<?> list) || list.isEmpty()) {
      return stored;
    }
    return list.stream().allMatch(Element.class::isInstance)
        ? toDocument(list)
        : list.stream().map(Elements::value).toList();
  }

  @SuppressWarnings("unchecked")
  private static Object element(Object value) {
    if (value instanceof Map<?, ?> nested) {
      return of((Map<String, ?>) nested);
    }
    return value instanceof List<?> list ? list.stream().map(Elements::element).toList() : value;
  }
}
