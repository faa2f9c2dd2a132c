package dev.libra.decision.mongo;

import dev.libra.mongo.Fields;
import dev.libra.spool.SpoolCodec;
import org.bson.Document;

/** A spooled line: {@code {"appended": <decision>}} or {@code {"settled": <id>, "outcome": …}}. */
final class LogEntryCodec implements SpoolCodec<LogEntry> {

  @Override
  public String encode(LogEntry entry) {
    if (entry instanceof LogEntry.Settled settled) {
      return new Document("settled", settled.id())
          .append("outcome", DecisionDocument.ofOutcome(settled.outcome()))
          .toJson();
    }
    LogEntry.Appended appended = (LogEntry.Appended) entry;
    return new Document("appended", DecisionDocument.of(appended.decision())).toJson();
  }

  @Override
  public LogEntry decode(String line) {
    Document document = Document.parse(line);
    if (document.containsKey("settled")) {
      return new LogEntry.Settled(
          document.getString("settled"),
          DecisionDocument.toOutcome(new Fields((Document) document.get("outcome"))));
    }
    return new LogEntry.Appended(
        DecisionDocument.toDecision(new Fields((Document) document.get("appended"))));
  }
}
