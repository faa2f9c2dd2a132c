package dev.libra.search.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** What the index knows of a product, for the writer and the reader alike. */
final class Fields {
  static final String NUMBER = "number";
  static final String NAME = "name";
  static final String CATEGORY = "category";
  static final String DESCRIPTION = "description";

  private Fields() {}

  static Analyzer analyzer() {
    return new StandardAnalyzer();
  }
}
