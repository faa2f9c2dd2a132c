/** Learning curves as pictures. */
package dev.libra.learning.chart;
