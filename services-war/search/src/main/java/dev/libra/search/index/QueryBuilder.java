package dev.libra.search.index;

import dev.libra.search.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what people type into a query: each word may match in any field and counts there where it
 * matches best. There is no query language, so no text is malformed.
 */
final class QueryBuilder {
  private static final Map<String, Float> BOOSTS =
      Map.of(Fields.NAME, 3f, Fields.CATEGORY, 2f, Fields.DESCRIPTION, 1f);
  private static final float TIE_BREAKER = 0.1f;
  private static final int MAX_EDITS_OF_LONG_WORDS = 2;
  private static final int LONG_WORD = 6;

  /** The first letter is seldom wrong, and trying others would cost most. */
  private static final int SAFE_LETTERS = 1;

  private final Analyzer analyzer;

  QueryBuilder(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  Query build(String text, Mode mode) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words(text)) {
      query.add(inAnyField(word, mode), Occur.SHOULD);
    }
    return query.build();
  }

  private Query inAnyField(String word, Mode mode) {
    List<Query> fields = new ArrayList<>();
    BOOSTS.forEach(
        (field, boost) -> fields.add(new BoostQuery(match(new Term(field, word), mode), boost)));
    return new DisjunctionMaxQuery(fields, TIE_BREAKER);
  }

  private static Query match(Term term, Mode mode) {
    return switch (mode) {
      case TERMS -> new TermQuery(term);
      case FUZZY -> new FuzzyQuery(term, edits(term), SAFE_LETTERS);
      case PREFIX -> new PrefixQuery(term, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    };
  }

  /** Two edits turn a short word into any other. */
  private static int edits(Term term) {
    return term.text().length() < LONG_WORD ? 1 : MAX_EDITS_OF_LONG_WORDS;
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Fields.DESCRIPTION, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read words of a text in memory", e);
    }
    return words.stream().distinct().toList();
  }
}
