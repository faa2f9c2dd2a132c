/** The signing keys and the tokens signed with them. */
package dev.libra.auth.key;
