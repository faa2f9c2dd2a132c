package dev.libra.learning.training;

import dev.libra.environment.EpisodeResult;
import dev.libra.environment.Restorable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last episodes of a training, and how many there were. */
final class RecentEpisodes implements Restorable {
  private static final int KEPT = 100;

  private final Deque<EpisodeResult> recent = new ArrayDeque<>();
  private long count;

  void add(List<EpisodeResult> episodes) {
    count += episodes.size();
    recent.addAll(episodes);
    while (recent.size() > KEPT) {
      recent.removeFirst();
    }
  }

  long count() {
    return count;
  }

  double meanReturn() {
    return recent.stream().mapToDouble(EpisodeResult::totalReward).average().orElse(Double.NaN);
  }

  double meanLength() {
    return recent.stream().mapToInt(EpisodeResult::length).average().orElse(Double.NaN);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeInt(recent.size());
    for (EpisodeResult episode : recent) {
      out.writeDouble(episode.totalReward());
      out.writeInt(episode.length());
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    recent.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      recent.add(new EpisodeResult(in.readDouble(), in.readInt()));
    }
  }
}
