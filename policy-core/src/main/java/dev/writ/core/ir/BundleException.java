package dev.writ.core.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bundle that is not accepted. Nothing of it may be used. */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a bundle is not accepted. */
  public enum Reason {
    /** Cut off, no JSON, or not of the shape of a bundle. */
    MALFORMED,
    /** Longer than {@link Bundle#LARGEST}. */
    TOO_LARGE,
    /** Of a version that is not known here. */
    UNKNOWN_VERSION,
    /** Its content is not what its hash was taken of. */
    TAMPERED,
    /** Without signature where one is needed. */
    UNSIGNED,
    /** Signed with a key that is not trusted. */
    UNKNOWN_KEY,
    /** With a signature that the key it names did not make. */
    WRONG_SIGNATURE,
    /** Older than the one that runs, or another of the same number. */
    OLDER,
    /** With a policy set that may not run. */
    INVALID_CONTENT
  }

  /**
   * Creates the exception.
   *
   * @param reason why
   * @param message one lowercase sentence
   * @param cause what was thrown, or null
   */
  public BundleException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** Why it is not accepted. */
  public Reason reason() {
    return reason;
  }
}
