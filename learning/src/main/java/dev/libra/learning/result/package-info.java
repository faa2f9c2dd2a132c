/** What a training ends with: its result and its learning curve. */
package dev.libra.learning.result;
