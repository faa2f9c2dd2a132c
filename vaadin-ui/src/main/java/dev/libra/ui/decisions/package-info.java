/** What was decided, and why. */
package dev.libra.ui.decisions;
