package dev.writ.core.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may give a command: {@code User in Team::"security" when requester.oncall}.
 *
 * @param who the entities
 * @param when a further condition over {@code requester}, or null
 */
public record Actor(EntityPattern who, @Nullable Expr when) {
  public Actor {
    Objects.requireNonNull(who, "who");
  }
}
