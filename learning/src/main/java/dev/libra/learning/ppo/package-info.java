/**
 * Proximal policy optimization: Schulman et al., <a
 * href="https://arxiv.org/abs/1707.06347">arXiv:1707.06347</a>, with the details of <a
 * href="https://iclr-blog-track.github.io/2022/03/25/ppo-implementation-details/">"The 37
 * implementation details of PPO"</a> that apply.
 */
package dev.libra.learning.ppo;
