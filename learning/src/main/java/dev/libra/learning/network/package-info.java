/** Dense networks: Deeplearning4j owns the parameters, ND4J's BLAS multiplies. */
package dev.libra.learning.network;
