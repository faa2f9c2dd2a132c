package dev.libra.search.index;

import dev.libra.search.Hits;
import dev.libra.search.Hits.Hit;
import dev.libra.search.Mode;
import dev.libra.search.ProductIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;

/** The catalogue's index, opened from memory-mapped files. */
final class LuceneIndex implements ProductIndex, AutoCloseable {
  /** Beyond these, matches that cannot be among the best are skipped instead of counted. */
  private static final int COUNTED = 1_000;

  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader segment;
  private final IndexSearcher searcher;
  private final QueryBuilder queries = new QueryBuilder(Fields.analyzer());

  LuceneIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    if (reader.leaves().size() != 1) {
      throw new IOException("index must have 1 segment, has " + reader.leaves().size());
    }
    this.segment = reader.leaves().get(0).reader();
    this.searcher = new IndexSearcher(reader);
    // Each search shall cost what it costs: cached results would hide the load.
    searcher.setQueryCache(null);
  }

  @Override
  public Hits search(String text, Mode mode, int limit) {
    try {
      TopDocs top =
          searcher.search(
              queries.build(text, mode), new TopScoreDocCollectorManager(limit, null, COUNTED));
      return new Hits(top.totalHits.value, hits(top.scoreDocs));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index", e);
    }
  }

  int size() {
    return reader.numDocs();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  private List<Hit> hits(ScoreDoc[] found) throws IOException {
    List<Hit> hits = new ArrayList<>(found.length);
    for (ScoreDoc doc : found) {
      NumericDocValues numbers = segment.getNumericDocValues(Fields.NUMBER);
      if (!numbers.advanceExact(doc.doc)) {
        throw new IOException("document " + doc.doc + " has no product number");
      }
      hits.add(new Hit((int) numbers.longValue(), doc.score));
    }
    return hits;
  }
}
