package dev.writ.core.decision;

/**
 * Thrown where a permit was required and there was none. Its message is the one meant for agents;
 * it carries nothing else, so that whatever prints it gives nothing away.
 */
public final class DeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeniedException(String agentMessage) {
    super(agentMessage);
  }
}
