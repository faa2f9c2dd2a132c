package dev.libra.search;

/** Finds products of the catalogue by words. */
public interface ProductIndex {

  /** The best matches first; text without any word matches nothing. */
  Hits search(String text, Mode mode, int limit);
}
