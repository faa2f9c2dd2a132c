package dev.libra.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.libra.control.Controller;
import dev.libra.control.ServiceStatus;
import dev.libra.metrics.Sample;
import dev.libra.ui.component.Format;

/** One service at a glance. */
final class ServiceCard extends Div {
  private static final long serialVersionUID = 1L;

  private final Span slo = new Span();
  private final Figure replicas = new Figure("replicas");
  private final Figure rate = new Figure("requests");
  private final Figure p95 = new Figure("P95");
  private final Figure cpu = new Figure("CPU");
  private final Figure errors = new Figure("errors");
  private final Figure cost = new Figure("cost per hour");
  private final Span policy = new Span();
  private final ModePicker mode;

  ServiceCard(String service, int index, Controller controller) {
    addClassName("libra-panel");
    getElement().setAttribute("data-service", service);
    H2 name = new H2(service);
    name.addClassName("libra-card-name");
    name.getStyle().set("margin", "0").set("--colour", "var(--libra-" + (index % 4 + 1) + ")");
    mode = new ModePicker(service, controller);
    Div head = new Div(name, new Div(slo, mode));
    head.addClassName("libra-card-head");
    Div figures = new Div(replicas, rate, p95, cpu, errors, cost);
    figures.addClassName("libra-figures");
    policy.addClassName("libra-policy");
    add(head, figures, policy);
  }

  void show(ServiceStatus status) {
    replicas.set(status.ready() + " of " + status.desired(), pending(status));
    cost.set(Format.money(status.costPerHour()), "cost per hour");
    mode.show(status.mode());
    policy.setText(PolicyLine.of(status));
    Sample sample = status.sample();
    if (sample == null) {
      badge("no metrics yet", "contrast");
      return;
    }
    rate.set(Format.rate(sample.requestsPerSecond()), "requests");
    p95.set(Format.ms(sample.p95Ms()), "P95, SLO " + Format.ms(status.service().sloMs()));
    cpu.set(Format.percent(sample.cpu()), "CPU");
    errors.set(Format.percent(sample.errorRate()), "errors");
    showSlo(status, sample);
  }

  private void showSlo(ServiceStatus status, Sample sample) {
    if (status.stale()) {
      badge("metrics " + status.sampleAge().toSeconds() + " s old", "error");
    } else if (sample.requestsPerSecond() == 0) {
      badge("idle", "contrast");
    } else if (sample.p95Ms() > status.service().sloMs()) {
      badge("SLO broken", "error");
    } else {
      badge("SLO kept", "success");
    }
  }

  private void badge(String text, String variant) {
    slo.setText(text);
    slo.getElement().setAttribute("theme", "badge " + variant);
  }

  private static String pending(ServiceStatus status) {
    String text = "replicas";
    if (status.starting() > 0) {
      text += ", " + status.starting() + " starting";
    }
    return status.draining() > 0 ? text + ", " + status.draining() + " draining" : text;
  }

  /** A number over its name. */
  private static final class Figure extends Div {
    private static final long serialVersionUID = 1L;
    private final Span label;
    private final Element value = new Element("b");

    Figure(String name) {
      addClassName("libra-figure");
      label = new Span(name);
      value.setText("–");
      getElement().appendChild(value, label.getElement());
    }

    void set(String text, String name) {
      value.setText(text);
      label.setText(name);
    }
  }
}
