/** What several views are made of. */
package dev.libra.ui.component;
