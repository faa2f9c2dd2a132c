package dev.libra.decision.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
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

  private static Object element(Object value) {
    if (value instanceof Document nested) {
      return of(nested);
    }
    return value instanceof List<?> list ? list.stream().map(Elements::element).toList() : value;
  }
}
