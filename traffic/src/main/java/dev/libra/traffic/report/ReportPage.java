package dev.libra.traffic.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One page with its data and its script in it: it needs no server and no network. */
final class ReportPage {
  private static final String PLACE = "\"libra-data\"";

  private ReportPage() {}

  static void write(Path file, ObjectNode data) throws IOException {
    // "</script>" in a sentence would end the script: JSON may write the slash as "\/".
    String json = data.toString().replace("</", "<\\/").replace("<!--", "<\\u0021--");
    Files.writeString(file, template().replace(PLACE, json));
  }

  private static String template() {
    try (InputStream page = ReportPage.class.getResourceAsStream("report.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
