/** Traffic that Libra makes itself, as those who start it see it. */
package dev.libra.load;
