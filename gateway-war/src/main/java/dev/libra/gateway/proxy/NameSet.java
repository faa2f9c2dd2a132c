package dev.libra.gateway.proxy;

import java.util.Arrays;
import java.util.Collection;

/** Names of header fields, looked up without regard to case and without making a new text. */
final class NameSet {
  private final String[][] slots;

  NameSet(Collection<String> names) {
    slots = new String[Integer.highestOneBit(Math.max(1, names.size()) * 4)][];
    for (String name : names) {
      String[] before = slots[slot(name)];
      String[] after = before == null ? new String[1] : Arrays.copyOf(before, before.length + 1);
      after[after.length - 1] = name;
      slots[slot(name)] = after;
    }
  }

  boolean contains(String name) {
    String[] candidates = slots[slot(name)];
    if (candidates != null) {
      for (String candidate : candidates) {
        if (candidate.equalsIgnoreCase(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** From the length and two letters, whose case is a bit that is not looked at. */
  private int slot(String name) {
    int length = name.length();
    if (length == 0) {
      return 0;
    }
    int mixed = length * 31 + (name.charAt(0) & 0x1F) * 7 + (name.charAt(length - 1) & 0x1F);
    return mixed & (slots.length - 1);
  }
}
