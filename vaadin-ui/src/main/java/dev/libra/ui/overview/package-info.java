/** How the services are. */
package dev.libra.ui.overview;
