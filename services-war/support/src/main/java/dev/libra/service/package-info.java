/** What the four services share: capacity, service time, settings and health. */
package dev.libra.service;
