package dev.writ.core.engine;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.model.Schema;
import dev.writ.core.reference.ApprovalProgress;
import dev.writ.core.reference.Ballot;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.Commands;
import dev.writ.core.reference.GrantOrder;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands that change the state of authority, each done under the policy set that runs or
 * refused with a reason. When one has returned, every decision that starts afterwards sees it.
 *
 * <p>A type may be named by the last part of its name where the set has one such. Thread-safe. Who
 * gives a command, and whose behalf a request is made on, is taken as proven by the caller. What a
 * command is given is never thrown at, but for null and after the engine is closed. While the clock
 * fails, what takes authority away is still done, at the last known instant; everything else is
 * refused.
 */
public final class AuthorityCommands {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorityCommands.class);

  private final InMemoryAuthority authority;
  private final Supplier<Loaded> loaded;
  private final EngineClock clock;

  AuthorityCommands(InMemoryAuthority authority, Supplier<Loaded> loaded, EngineClock clock) {
    this.authority = authority;
    this.loaded = loaded;
    this.clock = clock;
  }

  /** Opens an approval or confirmation of a request for a member of it. */
  public CommandResult<ApprovalRecord> open(String id, Request request, EntityId requester) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(requester, "requester");
    return give(
        request,
        (commands, bound, names) -> commands.open(id, bound, names.of(requester, "requester")));
  }

  /** Opens an approval that a pending grant needs, in the name of the grant's requester. */
  public CommandResult<ApprovalRecord> openForGrant(String id, String grant) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(grant, "grant");
    return give((commands, names) -> commands.openForGrant(id, grant));
  }

  /** Casts a vote on what was opened. */
  public CommandResult<ApprovalRecord> vote(String approval, Ballot ballot) {
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(ballot, "ballot");
    return on(ballot, (commands, own) -> commands.vote(approval, own));
  }

  /**
   * Casts one vote on all approvals of a request that are open and that the voter was shown.
   *
   * @param digests the digests of what the voter was shown
   * @param reason the voter's words, or null
   */
  public CommandResult<List<ApprovalRecord>> vote(
      Request request, EntityId voter, boolean yes, Set<String> digests, @Nullable String reason) {
    Objects.requireNonNull(voter, "voter");
    Set<String> shown = Set.copyOf(digests);
    return give(
        request,
        (commands, bound, names) ->
            commands.vote(bound, names.of(voter, "voter"), yes, shown, reason));
  }

  /** Takes back the vote of a person. */
  public CommandResult<ApprovalRecord> withdraw(String approval, EntityId voter) {
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(voter, "voter");
    return take((commands, names) -> commands.withdraw(approval, names.of(voter, "voter")));
  }

  /** Tells what something opened still misses; changes nothing. */
  public CommandResult<ApprovalProgress> progress(String approval) {
    Objects.requireNonNull(approval, "approval");
    return give((commands, names) -> commands.progress(approval));
  }

  /** Asks for a grant for a request. */
  public CommandResult<GrantRecord> ask(Request request, GrantOrder order) {
    Objects.requireNonNull(order, "order");
    return give(request, (commands, bound, names) -> commands.ask(bound, names.of(order)));
  }

  /** Activates a pending grant whose needs are complete. */
  public CommandResult<GrantRecord> activate(String grant) {
    Objects.requireNonNull(grant, "grant");
    return give((commands, names) -> commands.activate(grant));
  }

  /** Ends a grant; one that is pending is cancelled. */
  public CommandResult<GrantRecord> revoke(String grant, EntityId actor) {
    Objects.requireNonNull(grant, "grant");
    Objects.requireNonNull(actor, "actor");
    return take((commands, names) -> commands.revoke(grant, names.of(actor, "actor")));
  }

  /** Votes in the review of an emergency grant. */
  public CommandResult<GrantRecord> review(String grant, Ballot ballot) {
    Objects.requireNonNull(grant, "grant");
    Objects.requireNonNull(ballot, "ballot");
    return on(ballot, (commands, own) -> commands.review(grant, own));
  }

  /** Suspends an entity, and with it its members. */
  public CommandResult<Suspension> suspend(EntityId entity, EntityId actor) {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(actor, "actor");
    return take(
        (commands, names) ->
            commands.suspend(names.of(entity, "entity"), names.of(actor, "actor")));
  }

  /** Lifts the suspension of an entity. */
  public CommandResult<Suspension> lift(EntityId entity, EntityId actor) {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(actor, "actor");
    return give(
        (commands, names) -> commands.lift(names.of(entity, "entity"), names.of(actor, "actor")));
  }

  /**
   * Starts a session. A child starts with the labels of its parent. Starting the same session again
   * yields it as it is.
   */
  public CommandResult<SessionRecord> startSession(SessionStart start) {
    Objects.requireNonNull(start, "start");
    return change(true, (now, state, millis) -> start.in(now, state, millis));
  }

  private interface Change<T> {
    CommandResult<T> make(Loaded loaded, AuthoritySnapshot state, long nowMillis)
        throws InvalidRequestException, InvalidValueException;
  }

  private interface OnRequest<T> {
    CommandResult<T> make(Commands commands, BoundRequest request, Names names)
        throws InvalidValueException;
  }

  private interface OnState<T> {
    CommandResult<T> make(Commands commands, Names names) throws InvalidValueException;
  }

  /** The short type names of what a command is given, made whole. */
  private record Names(Schema schema) {
    EntityId of(EntityId entity, String place) throws InvalidValueException {
      return schema.qualified(entity, place);
    }

    Ballot of(Ballot ballot) throws InvalidValueException {
      return new Ballot(
          of(ballot.voter(), "voter"), ballot.yes(), ballot.digest(), ballot.reason());
    }

    GrantOrder of(GrantOrder order) throws InvalidValueException {
      return new GrantOrder(
          order.template(),
          of(order.holder(), "holder"),
          of(order.requester(), "requester"),
          order.fromMillis(),
          order.untilMillis(),
          order.uses(),
          order.reason());
    }
  }

  private <T> CommandResult<T> give(Request request, OnRequest<T> command) {
    Objects.requireNonNull(request, "request");
    return change(
        true,
        (now, state, millis) -> {
          Schema schema = now.policies().schema();
          BoundRequest bound =
              RequestBinding.bind(schema, now.entities(), request, DataLimits.DEFAULT);
          return command.make(on(now, state, millis), bound, new Names(schema));
        });
  }

  private <T> CommandResult<T> give(OnState<T> command) {
    return change(true, command);
  }

  /** A command that only takes authority away. */
  private <T> CommandResult<T> take(OnState<T> command) {
    return change(false, command);
  }

  /** A yes gives, a no takes away. */
  private <T> CommandResult<T> on(
      Ballot ballot, BiFunction<Commands, Ballot, CommandResult<T>> command) {
    return change(ballot.yes(), (commands, names) -> command.apply(commands, names.of(ballot)));
  }

  private <T> CommandResult<T> change(boolean gives, OnState<T> command) {
    return change(
        gives,
        (now, state, millis) ->
            command.make(on(now, state, millis), new Names(now.policies().schema())));
  }

  private static Commands on(Loaded now, AuthoritySnapshot state, long millis) {
    return Commands.on(now.policies(), now.entities(), state, millis);
  }

  private <T> CommandResult<T> change(boolean gives, Change<T> change) {
    return authority.change(
        state -> {
          CommandResult<T> result = made(gives, change, state);
          return new InMemoryAuthority.Step<>(stateAfter(result, state), result);
        });
  }

  private <T> CommandResult<T> made(boolean gives, Change<T> change, AuthoritySnapshot state) {
    Loaded now = loaded.get();
    EngineClock.Reading reading = clock.read();
    if (gives && !reading.reliable()) {
      return new CommandResult.Refused<>("the clock does not answer");
    }
    try {
      return change.make(now, state, reading.millis());
    } catch (InvalidRequestException e) {
      return new CommandResult.Refused<>("the request is invalid: " + e.getMessage());
    } catch (InvalidValueException e) {
      return new CommandResult.Refused<>(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a command failed; nothing was changed", e);
      return new CommandResult.Refused<>("the command could not be carried out");
    }
  }

  private static <T> AuthoritySnapshot stateAfter(
      CommandResult<T> result, AuthoritySnapshot before) {
    return result instanceof CommandResult.Done<T> done ? done.state() : before;
  }
}
