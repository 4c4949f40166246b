package dev.writ.core.reference;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.List;

/** Requests at random in the {@link Realm}. */
final class GeneratedRequests {
  /** Has the hash of {@code BB}. */
  private static final String ALIKE = "Aa";

  private GeneratedRequests() {}

  static Request any(Dice dice) {
    EntityId person = dice.of(Realm.ANN, Realm.BO, Realm.BO, Realm.CY, Realm.DI);
    List<EntityId> chain =
        dice.of(
            List.<EntityId>of(),
            List.<EntityId>of(),
            List.of(person),
            List.of(person),
            List.of(Realm.HELPER, person),
            List.of(person, Realm.HELPER));
    EntityId principal =
        dice.of(Realm.BOT, Realm.BOT, Realm.BOT, Realm.BOT, Realm.ANN, Realm.LOOP, Realm.LOST);
    Request request =
        Request.of(
                chain.isEmpty() && dice.percent(60) ? person : principal,
                dice.of("read", "deploy"),
                dice.percent(80) ? Realm.LEDGER : Realm.LOG)
            .onBehalfOf(chain);
    Request complete = dice.percent(97) ? request.arg("env", env(dice)) : request;
    Request costing = complete.arg("amount", dice.of(1, 1, 2, 12, -1));
    Request sparing = dice.percent(45) ? costing.arg("spare", dice.of(1, 2, 12)) : costing;
    Request ticketed = dice.percent(50) ? sparing.arg("ticket", ticket(dice)) : sparing;
    return dice.percent(50) ? ticketed.fact("digest", "sha256:1f") : ticketed;
  }

  private static String env(Dice dice) {
    return dice.percent(20) ? ALIKE : dice.of("prod", "dev");
  }

  private static String ticket(Dice dice) {
    return dice.percent(35) ? dice.of(ALIKE, "BB", "BB", "dev") : "OPS-1";
  }

  /** The request, perhaps with addressees, and with where things came from as far as it is told. */
  static Request addressed(Dice dice, Request request) {
    Request sent = dice.percent(50) ? to(dice, to(dice, request, "to"), "cc") : request;
    return dice.percent(15) ? sent.source("env", told(dice)) : sent;
  }

  private static Source told(Dice dice) {
    return dice.of(Source.values());
  }

  private static Request to(Dice dice, Request request, String name) {
    if (dice.percent(15)) {
      return request;
    }
    List<String> whom =
        dice.of(List.<String>of(), List.of("a"), List.of("a"), List.of("b"), List.of("a", "b"));
    Request sent = request.arg(name, whom);
    return switch (dice.below(3)) {
      case 0 -> sent;
      case 1 -> sent.source(name, told(dice));
      default ->
          sent.elementSources(
              name, dice.some(dice.percent(3) ? 0 : whom.size(), whom.size(), () -> told(dice)));
    };
  }
}
