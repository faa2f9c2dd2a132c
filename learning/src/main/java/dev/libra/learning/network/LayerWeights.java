package dev.libra.learning.network;

/**
 * The numbers of a trained dense layer, for a forward pass elsewhere: output = activation(input ·
 * weights + bias).
 *
 * @param weights [input][output]
 * @param bias [output]
 */
public record LayerWeights(LayerSpec spec, float[][] weights, float[] bias) {}
