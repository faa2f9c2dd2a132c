/** How a training shows that it is getting on. */
package dev.libra.learning.progress;
