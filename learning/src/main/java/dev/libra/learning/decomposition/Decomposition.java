package dev.libra.learning.decomposition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model of what a policy can expect of each component of its reward.
 *
 * @param model as Deeplearning4j's ModelSerializer writes it, with an output for each component
 * @param explained by component: which share of the variance in episodes that it wasn't fitted to
 *     it foretold; 1 for all, 0 or less for none
 */
public record Decomposition(byte[] model, SortedMap<String, Double> explained) {

  public Decomposition {
    explained = Collections.unmodifiableSortedMap(new TreeMap<>(explained));
  }
}
