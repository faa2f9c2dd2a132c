package dev.libra.learning.agent;

/** An agent's hyper-parameters. */
public interface AgentSettings {

  /** The algorithm's short name: "ppo" or "dqn". */
  String algorithm();

  /** How many of the last observations the agent sees together. */
  int frameStack();

  /** Makes an untrained agent with these. */
  Agent agent(AgentContext context);
}
