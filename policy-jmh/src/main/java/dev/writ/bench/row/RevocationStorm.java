package dev.writ.bench.row;

import dev.writ.bench.scenario.Policies;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.engine.AuthorityCommands;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.reference.CommandResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * People suspend a user and lift it again, again and again, and revoke one grant after another,
 * while the user's requests are decided. A decision that starts after a suspension has returned
 * must deny, one that starts after it was lifted must permit.
 */
final class RevocationStorm extends Storm {
  private static final long NOW = 1_772_445_600_000L;
  private static final int GRANTS = 10_000;
  private static final EntityId BOSS = EntityId.of("User", "boss");
  private static final EntityId USER = EntityId.of("User", "ann");
  private static final EntityId HOLDER = EntityId.of("User", "holder");
  private static final EntityId DOC = EntityId.of("Doc", "plan");

  private static final String POLICIES =
      """
      entity Team;
      human entity User in Team;
      entity Doc;
      action edit by User on Doc;
      suspend User by User in Team::"bosses" lifted by User in Team::"bosses";
      permit "ann" edit by User::"ann" on Doc;
      grant temporary_edit {
        permits edit by User on Doc;
        requested by User;
        revocable by User in Team::"bosses";
        binds resource;
        lasts at most 8h;
      }
      """;

  private final PolicyEngine engine =
      PolicyEngine.builder(new Policies(List.of(POLICIES)).compile())
          .entities(
              Entities.of(
                  Entity.of("Team", "bosses"),
                  Entity.of(BOSS).in(EntityId.of("Team", "bosses")),
                  Entity.of(USER),
                  Entity.of(HOLDER),
                  Entity.of(DOC)))
          .authority(grants())
          .clock(InstantSource.fixed(Instant.ofEpochMilli(NOW)))
          .build();
  private final Request request = Request.of(USER, "edit", DOC);

  /** Changes begun, and changes done; odd: suspended. */
  private volatile long begun;

  private volatile long done;

  RevocationStorm(StormPlan plan) {
    super(plan);
  }

  private static AuthoritySnapshot grants() {
    AuthoritySnapshot.Builder state = AuthoritySnapshot.builder().at(1, NOW - 1);
    for (int i = 0; i < GRANTS; i++) {
      state.put(
          new GrantRecord(
              "grant_" + i,
              "temporary_edit",
              HOLDER,
              HOLDER,
              HOLDER,
              "edit",
              new TreeMap<>(java.util.Map.of("resource", DOC)),
              NOW - 1_000,
              NOW + 3_600_000,
              NOW - 1_000L,
              GrantRecord.Status.ACTIVE,
              0,
              0,
              List.of(),
              new ArrayList<>(),
              false,
              null));
    }
    return state.build();
  }

  @Override
  String name() {
    return "100 suspensions and revocations a second";
  }

  @Override
  void change() {
    long number = begun + 1;
    begun = number;
    AuthorityCommands commands = engine.commands();
    done(number % 2 == 1 ? commands.suspend(USER, BOSS) : commands.lift(USER, BOSS));
    done = number;
    if (number <= GRANTS) {
      done(commands.revoke("grant_" + (number - 1), BOSS));
    }
  }

  private static void done(CommandResult<?> result) {
    if (!(result instanceof CommandResult.Done<?>)) {
      throw new IllegalStateException("a command was refused: " + result);
    }
  }

  @Override
  boolean decidesRight() {
    long before = done;
    boolean permitted = engine.decide(request).permitted();
    long after = begun;
    return after > before || permitted == (before % 2 == 0);
  }
}
