package dev.libra.control;

/** Exchanges learned policies while the loop runs. */
public interface PolicyExchange {

  /** What an artifact is to be. */
  enum Role {
    /** It decides. */
    ACTIVE,
    /** It is asked beside the policy that acts, and compared with it. */
    CANDIDATE
  }

  /**
   * Reads an artifact and puts it in its place from the next tick on.
   *
   * @param artifact a file's name in the installation's policy folder
   * @throws IllegalArgumentException for an unknown service, for one whose policy isn't learned if
   *     the artifact is to decide, and for a file that is not there, outside of the folder or no
   *     artifact for scaling; nothing changes then
   */
  void load(String service, Role role, String artifact);
}
