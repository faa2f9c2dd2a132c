package dev.libra.learning.training;

/** Hears how a training goes. */
public interface TrainingListener {

  /** Called after updates, at most once per report interval of the training, and at its end. */
  void progressed(TrainingProgress progress);
}
