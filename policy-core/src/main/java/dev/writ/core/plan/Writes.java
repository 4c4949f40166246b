package dev.writ.core.plan;

import dev.writ.core.authority.AuthorityEffects;
import java.util.Objects;

/**
 * What a permit changes in the state of authority once it is authorised.
 *
 * @param effects what it changes
 * @param matters whether a later decision may depend on it, so that a permit is advisory without
 *     it; what observed limits count does not matter
 */
public record Writes(AuthorityEffects effects, boolean matters) {

  /** Nothing. */
  static final Writes NOTHING = new Writes(AuthorityEffects.NONE, false);

  public Writes {
    Objects.requireNonNull(effects, "effects");
  }
}
