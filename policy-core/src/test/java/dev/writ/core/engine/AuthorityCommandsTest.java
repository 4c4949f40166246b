package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Actor;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Suspend;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.reference.Ballot;
import dev.writ.core.reference.CommandResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How commands read the names of types. */
class AuthorityCommandsTest {

  private static final EntityId ANN = EntityId.of("a.User", "ann");
  private static final EntityId BOB = EntityId.of("a.User", "bob");

  private static PolicyEngine engine() {
    SetBuilder set =
        new SetBuilder()
            .human("a.User")
            .entity("a.Doc")
            .entity("b.Doc")
            .entity("Team")
            .action("read", "a.User", "a.Doc")
            .permit("all read", "read", Expr.yes());
    List<Actor> people =
        List.of(new Actor(new EntityPattern(names("a.User"), null, List.of()), null));
    set.suspend(new Suspend("", names("a.User"), people, List.of()));
    return PolicyEngine.builder(set.build())
        .entities(Entities.of(Entity.of(ANN), Entity.of(BOB)))
        .build();
  }

  @Test
  void commands_shortTypeName_meanTheSameAsTheWholeName() {
    try (PolicyEngine engine = engine()) {
      EntityId ann = EntityId.of("User", "ann");
      EntityId bob = EntityId.of("User", "bob");
      assertThat(engine.commands().suspend(ann, bob).orThrow().value().entity()).isEqualTo(ANN);
      assertThat(engine.commands().lift(ann, BOB).orThrow().value().by()).isEqualTo(BOB);
      assertThat(
              engine
                  .commands()
                  .startSession(new SessionStart("s", ann, null, Map.of()))
                  .orThrow()
                  .value()
                  .origin())
          .isEqualTo(ANN);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Doc, 'means several: write one of `a.Doc`, `b.Doc`'",
    "Robot, is declared",
    ".Doc, is declared",
  })
  void commands_typeNameOfNoneOrSeveral_areRefused(String type, String words) {
    try (PolicyEngine engine = engine()) {
      EntityId odd = EntityId.of(type, "x");
      AuthorityCommands commands = engine.commands();
      assertThat(
              List.of(
                  commands.suspend(odd, BOB),
                  commands.suspend(ANN, odd),
                  commands.lift(ANN, odd),
                  commands.revoke("g", odd),
                  commands.withdraw("a", odd),
                  commands.vote("a", new Ballot(odd, true, "d", null)),
                  commands.review("g", new Ballot(odd, false, "d", null))))
          .allSatisfy(
              result ->
                  assertThat(result)
                      .isInstanceOfSatisfying(
                          CommandResult.Refused.class,
                          refused -> assertThat(refused.reason()).contains(words)));
    }
  }
}
