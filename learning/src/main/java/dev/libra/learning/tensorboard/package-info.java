/** Event files for TensorBoard. */
package dev.libra.learning.tensorboard;
