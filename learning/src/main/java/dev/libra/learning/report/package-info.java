/** The page that says which bars the agents reached. */
package dev.libra.learning.report;
