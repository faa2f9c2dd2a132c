package dev.libra.decision;

class InMemoryDecisionLogTest extends DecisionLogContract {

  @Override
  protected DecisionLog log() {
    return new InMemoryDecisionLog(100);
  }
}
