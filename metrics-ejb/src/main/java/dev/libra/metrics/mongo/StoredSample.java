package dev.libra.metrics.mongo;

import dev.libra.metrics.Sample;
import dev.libra.mongo.Fields;
import dev.libra.mongo.SampleDocument;
import dev.libra.spool.SpoolCodec;
import java.time.Instant;
import org.bson.Document;

/**
 * How a sample is stored and spooled: as {@link SampleDocument}, with its id and its service.
 *
 * <pre>{"_id": "search-1767225600", "service": "search", "at": ISODate(…), …}</pre>
 *
 * <p>The id is the service and the second, so that storing a sample again changes nothing; a
 * service has at most one sample per second.
 */
final class StoredSample implements SpoolCodec<Sample> {

  static String id(String service, Instant at) {
    return service + "-" + at.getEpochSecond();
  }

  static Document of(Sample sample) {
    Document document =
        new Document("_id", id(sample.service(), sample.at())).append("service", sample.service());
    document.putAll(SampleDocument.of(sample));
    return document;
  }

  static Sample toSample(Fields document) {
    return SampleDocument.toSample(document.text("service"), document);
  }

  @Override
  public String encode(Sample sample) {
    return of(sample).toJson();
  }

  @Override
  public Sample decode(String line) {
    return toSample(new Fields(Document.parse(line)));
  }
}
