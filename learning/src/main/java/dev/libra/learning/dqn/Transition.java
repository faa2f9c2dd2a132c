package dev.libra.learning.dqn;

/**
 * One or more steps in a row, as replayed.
 *
 * @param observation that was acted on
 * @param reward the discounted sum over the steps
 * @param discount of the value of the state reached: γⁿ after n steps, 0 if it is terminal
 * @param next observation of the state reached
 * @param nextMask the allowed actions there
 */
record Transition(
    float[] observation,
    int action,
    double reward,
    double discount,
    float[] next,
    boolean[] nextMask) {}
