package dev.libra.simulator.twin;

/** Slots of waiting requests in order of arrival: a ring. */
final class WaitingQueue {
  private int[] ring = new int[1024];
  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int peek() {
    return ring[head];
  }

  int poll() {
    int slot = ring[head];
    head = (head + 1) & (ring.length - 1);
    size--;
    return slot;
  }

  void addLast(int slot) {
    grow();
    ring[(head + size++) & (ring.length - 1)] = slot;
  }

  void addFirst(int slot) {
    grow();
    head = (head - 1) & (ring.length - 1);
    ring[head] = slot;
    size++;
  }

  private void grow() {
    if (size < ring.length) {
      return;
    }
    int[] wider = new int[2 * size];
    System.arraycopy(ring, head, wider, 0, size - head);
    System.arraycopy(ring, 0, wider, size - head, head);
    ring = wider;
    head = 0;
  }
}
