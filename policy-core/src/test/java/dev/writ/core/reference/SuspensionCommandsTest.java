package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.actor;
import static dev.writ.core.reference.Declarations.by;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.assertRefused;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.Suspension;
import dev.writ.core.ir.Suspend;
import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Suspending and lifting. */
class SuspensionCommandsTest {
  private static Suspend suspend(EntityId by, EntityId... lifters) {
    return new Suspend(
        "",
        new TreeSet<>(List.of("Agent")),
        List.of(actor(by)),
        List.of(lifters).stream().map(Declarations::actor).toList());
  }

  @Test
  void suspend_byDeclared_liftedByDeclared() {
    Scene scene = new Scene().declare(suspend(SEC, SRE));
    assertRefused(
        scene.commands().suspend(BOT, user("bo")),
        "`User::\"bo\"` may not suspend `Agent::\"bot\"`");
    assertRefused(
        scene.commands().suspend(user("bo"), user("ed")),
        "`User::\"ed\"` may not suspend `User::\"bo\"`");
    Suspension made = scene.done(scene.commands().suspend(BOT, user("ed")));
    assertThat(made.declaration()).isEqualTo("/Agent");
    assertThat(scene.state.isSuspended(BOT)).isTrue();
    assertThat(scene.done(scene.after(1).commands().suspend(BOT, user("di")))).isEqualTo(made);
    assertRefused(
        scene.commands().lift(BOT, user("ed")),
        "`User::\"ed\"` may not lift the suspension of `Agent::\"bot\"`");
    scene.done(scene.commands().lift(BOT, user("bo")));
    assertThat(scene.state.isSuspended(BOT)).isFalse();
    assertRefused(scene.commands().lift(BOT, user("bo")), "`Agent::\"bot\"` is not suspended");
  }

  @Test
  void lift_nobodyNamed_thoseWhoMaySuspend() {
    Scene scene = new Scene().declare(suspend(SEC));
    scene.done(scene.commands().suspend(BOT, user("ed")));
    assertThat(scene.commands().lift(BOT, user("di"))).isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void lift_declarationGone_nobody() {
    Scene scene = new Scene().declare(suspend(SEC));
    scene.done(scene.commands().suspend(BOT, user("ed")));
    assertRefused(
        scene.undeclareSuspends().commands().lift(BOT, user("ed")),
        "`User::\"ed\"` may not lift the suspension of `Agent::\"bot\"`");
  }
}
