package dev.libra.ui.component;

/** A view that is shown anew every tick. */
public interface Live {

  /** Called with the session's lock held, every 2 s while the view is open. */
  void refresh();
}
