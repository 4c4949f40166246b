package dev.writ.dsl.policytest;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.Commands;
import dev.writ.core.reference.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The world that a test has stated so far: entities, state of authority, requests and the clock.
 * Mutable, for one test and one thread.
 */
final class TestWorld {
  private final PolicySet policies;
  private final Map<EntityId, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable EntityStore store;
  private AuthoritySnapshot state = AuthoritySnapshot.EMPTY;
  private Circumstances.Health health = Circumstances.Health.GOOD;
  private long nowMillis;
  private int invented;

  TestWorld(PolicySet policies, long startMillis) {
    this.policies = policies;
    this.nowMillis = startMillis;
  }

  PolicySet policies() {
    return policies;
  }

  /** The entities as they are now. */
  EntityStore store() {
    EntityStore current = store;
    if (current == null) {
      current = EntityStore.bind(policies.schema(), Entities.of(entities.values()));
      store = current;
    }
    return current;
  }

  /** Adds an entity, or puts it in the place of the one with its id. */
  void put(Entity entity) {
    entities.put(entity.uid(), entity);
    store = null;
  }

  void remove(EntityId entity) {
    entities.remove(entity);
    store = null;
  }

  AuthoritySnapshot state() {
    return state;
  }

  /** Changes the state of authority; its latest instant never lies ahead of the clock. */
  void change(UnaryOperator<AuthoritySnapshot.Builder> change) {
    keep(change.apply(state.toBuilder().at(state.position() + 1, nowMillis)).build());
  }

  /** Takes a state over. */
  void keep(AuthoritySnapshot next) {
    state = next.toBuilder().at(next.position(), Math.min(next.latestMillis(), nowMillis)).build();
  }

  /**
   * Gives a command as if it were another instant, earlier or later than what was stated already.
   */
  <T> CommandResult<T> command(long atMillis, Function<Commands, CommandResult<T>> command) {
    AuthoritySnapshot then =
        state.toBuilder().at(state.position(), Math.min(state.latestMillis(), atMillis)).build();
    CommandResult<T> result = command.apply(Commands.on(policies, store(), then, atMillis));
    if (result instanceof CommandResult.Done<T> done) {
      keep(done.state());
    }
    return result;
  }

  /** What can be asked of the state at an instant. */
  Inspection inspection(long atMillis) {
    return Inspection.of(policies, store(), state, atMillis);
  }

  /** What a request is decided in. */
  Circumstances circumstances() {
    return new Circumstances(store(), state, nowMillis, 0, health);
  }

  /** Nothing can be relied on from here on, for this reason. */
  void fail(Circumstances.Health reason) {
    health = reason;
  }

  long nowMillis() {
    return nowMillis;
  }

  void moveTo(long instant) {
    nowMillis = instant;
  }

  void name(String name, Request request) {
    requests.put(name, request);
  }

  /** The request of this name; the compiler has seen to it that there is one. */
  Request request(String name) {
    Request request = requests.get(name);
    if (request == null) {
      throw new IllegalArgumentException("no request is called `" + name + "`");
    }
    return request;
  }

  /** All requests named so far. */
  Map<String, Request> requests() {
    return requests;
  }

  /**
   * The request held against the entities as they are now.
   *
   * @throws InvalidRequestException if it does not fit
   */
  BoundRequest bind(String name) throws InvalidRequestException {
    return RequestBinding.bind(policies.schema(), store(), request(name), DataLimits.DEFAULT);
  }

  /**
   * The request held against the entities as they are now, for a statement about it.
   *
   * @throws StatementException if it does not fit
   */
  BoundRequest stated(String name) throws StatementException {
    try {
      return bind(name);
    } catch (InvalidRequestException e) {
      throw new StatementException(
          "`" + name + "` a valid request", String.valueOf(e.getMessage()));
    }
  }

  /** Remembers something that did not come about, for whoever wonders later. */
  void note(String text) {
    notes.add(text);
  }

  /** What did not come about last, or empty. */
  String lastNote() {
    return notes.isEmpty() ? "" : notes.get(notes.size() - 1);
  }

  /** What did not come about. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** A number that no earlier call gave. */
  int nextInvented() {
    return ++invented;
  }
}
