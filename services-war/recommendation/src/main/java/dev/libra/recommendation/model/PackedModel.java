package dev.libra.recommendation.model;

import dev.libra.recommendation.CoOccurrence;
import dev.libra.recommendation.Suggestion;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All neighbours in three arrays, a few megabytes instead of a million objects.
 *
 * <p>As a file: the number of products and of all neighbours, then for each product the number of
 * its neighbours (1 byte) and for each of these its number (4 bytes) and score (float, 4 bytes).
 */
final class PackedModel implements CoOccurrence {
  private final int[] starts;
  private final int[] products;
  private final float[] scores;

  private PackedModel(int[] starts, int[] products, float[] scores) {
    this.starts = starts;
    this.products = products;
    this.scores = scores;
  }

  static void write(List<List<Suggestion>> neighbours, DataOutputStream out) throws IOException {
    out.writeInt(neighbours.size());
    out.writeInt(neighbours.stream().mapToInt(List::size).sum());
    for (List<Suggestion> some : neighbours) {
      out.writeByte(some.size());
      for (Suggestion suggestion : some) {
        out.writeInt(suggestion.product());
        out.writeFloat((float) suggestion.score());
      }
    }
  }

  static PackedModel read(DataInputStream in) throws IOException {
    int[] starts = new int[in.readInt() + 1];
    int[] products = new int[in.readInt()];
    float[] scores = new float[products.length];
    int next = 0;
    for (int i = 0; i < starts.length - 1; i++) {
      starts[i] = next;
      for (int end = next + in.readUnsignedByte(); next < end; next++) {
        products[next] = in.readInt();
        scores[next] = in.readFloat();
      }
    }
    starts[starts.length - 1] = next;
    return new PackedModel(starts, products, scores);
  }

  @Override
  public List<Suggestion> with(int product) {
    return IntStream.range(starts[product], starts[product + 1])
        .mapToObj(i -> new Suggestion(products[i], scores[i]))
        .toList();
  }

  int size() {
    return starts.length - 1;
  }
}
