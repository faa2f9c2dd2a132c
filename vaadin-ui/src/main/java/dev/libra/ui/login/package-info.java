/** Who may see the dashboard. */
package dev.libra.ui.login;
