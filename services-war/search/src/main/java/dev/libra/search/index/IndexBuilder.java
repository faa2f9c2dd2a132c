package dev.libra.search.index;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Makes the catalogue's index at build time, as a zip of Lucene's files. */
public final class IndexBuilder {
  private IndexBuilder() {}

  /** Takes the zip's path. */
  public static void main(String[] arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    Files.createDirectories(zip.getParent());
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory);
      try (OutputStream out = Files.newOutputStream(zip)) {
        pack(directory, out);
      }
    }
  }

  /** One segment: replicas share its pages, and no search has to merge. */
  static void write(Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer()).setUseCompoundFile(true);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      new Catalogue().products().forEach(product -> add(writer, product));
      writer.forceMerge(1);
    }
  }

  private static void add(IndexWriter writer, Product product) {
    Document document = new Document();
    document.add(new NumericDocValuesField(Fields.NUMBER, product.number()));
    document.add(new TextField(Fields.NAME, product.name(), Store.NO));
    document.add(new TextField(Fields.CATEGORY, product.category(), Store.NO));
    document.add(new TextField(Fields.DESCRIPTION, product.description(), Store.NO));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + product.id(), e);
    }
  }

  private static void pack(Directory directory, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (String name : directory.listAll()) {
        zip.putNextEntry(new ZipEntry(name));
        try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
          byte[] bytes = new byte[Math.toIntExact(input.length())];
          input.readBytes(bytes, 0, bytes.length);
          zip.write(bytes);
        }
      }
    }
  }
}
