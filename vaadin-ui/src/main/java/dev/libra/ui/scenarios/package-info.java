/** Starting and stopping traffic. */
package dev.libra.ui.scenarios;
