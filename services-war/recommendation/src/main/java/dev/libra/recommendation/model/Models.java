package dev.libra.recommendation.model;

import dev.libra.catalogue.Catalogue;
import dev.libra.recommendation.CoOccurrence;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the model that the build has made. */
public final class Models {
  private static final String PACKED = "co-occurrence.bin";

  private Models() {}

  public static CoOccurrence packed() {
    try (InputStream in = Models.class.getResourceAsStream(PACKED)) {
      if (in == null) {
        throw new FileNotFoundException(PACKED + " is missing: was this WAR built with Maven?");
      }
      PackedModel model =
          PackedModel.read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
      if (model.size() != Catalogue.SIZE) {
        throw new IOException(
            PACKED + " is of another catalogue, of " + model.size() + " products");
      }
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the co-occurrence model", e);
    }
  }
}
