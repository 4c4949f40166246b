package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a command is given against: a world, and the readings it needs of it. */
final class Desk {
  private final World world;
  private final Judge judge;

  Desk(World world) {
    this.world = world;
    this.judge = new Judge(world, Trace.NONE);
  }

  Judge judge() {
    return judge;
  }

  Approvals approvals() {
    return new Approvals(judge);
  }

  Grants grants() {
    return new Grants(judge);
  }

  AuthoritySnapshot state() {
    return world.authority();
  }

  long now() {
    return world.nowMillis();
  }

  /** The next state, one position on. */
  AuthoritySnapshot.Builder next() {
    return state().toBuilder().at(state().position() + 1, Math.max(state().latestMillis(), now()));
  }

  /** An id that the next position makes unique. */
  String id(String kind) {
    return kind + "-" + (state().position() + 1);
  }

  <T> CommandResult<T> unchanged(T value) {
    return new CommandResult.Done<>(state(), value);
  }

  CommandResult<ApprovalRecord> put(ApprovalRecord record) {
    return new CommandResult.Done<>(next().put(record).build(), record);
  }

  CommandResult<GrantRecord> put(GrantRecord record) {
    return new CommandResult.Done<>(next().put(record).build(), record);
  }

  static <T> CommandResult<T> refused(String reason) {
    return new CommandResult.Refused<>(reason);
  }

  static boolean blank(@Nullable String reason) {
    return Objects.requireNonNullElse(reason, "").isBlank();
  }
}
