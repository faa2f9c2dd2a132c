/** The dashboard. */
package dev.libra.ui;
