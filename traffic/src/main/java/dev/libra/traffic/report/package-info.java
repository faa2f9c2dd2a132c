/** What a run leaves behind: figures for programs, and a page for people. */
package dev.libra.traffic.report;
