package dev.libra.search.index;

import dev.libra.search.ProductIndex;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.store.MMapDirectory;

/** Opens and closes the index that the build has packed. */
public final class LuceneIndexes {
  private static final String PACKED = "catalogue.zip";

  private LuceneIndexes() {}

  /** Unpacks it into the cache first if it isn't there yet. */
  public static ProductIndex open(Path cache) {
    try {
      return new LuceneIndex(
          new MMapDirectory(new IndexCache(cache).folder(LuceneIndexes::packed)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the search index under " + cache, e);
    }
  }

  public static void close(ProductIndex index) {
    try {
      ((LuceneIndex) index).close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the search index", e);
    }
  }

  private static InputStream packed() throws IOException {
    InputStream in = LuceneIndexes.class.getResourceAsStream(PACKED);
    if (in == null) {
      throw new FileNotFoundException(PACKED + " is missing: was this WAR built with Maven?");
    }
    return in;
  }
}
