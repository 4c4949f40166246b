package dev.writ.examples.sreagents;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Remedy;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.model.ValueJson;
import dev.writ.core.reference.ApprovalProgress.ClauseProgress;
import dev.writ.core.reference.Ballot;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.GrantOrder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The story of one production deploy, told to a person who does not read policies. */
final class ProductionDeploy {

  private static final EntityId BOT = EntityId.of("Agent", "deploy-bot");

  private static final List<Voter> VOTERS =
      List.of(
          new Voter("ann", "ann, who owns deploy-bot,"),
          new Voter("cy", "cy, of the team but not on call,"),
          new Voter("bo", "bo, of the team and on call,"),
          new Voter("hal", "hal, of the team and on call,"),
          new Voter("dee", "dee, of security,"));

  private final Scenario scenario;
  private final PrintStream out;
  private final StoryClock clock = new StoryClock(Scenario.AT);

  /** A person of the story. */
  private record Voter(String id, String description) {}

  ProductionDeploy(Scenario scenario, PrintStream out) {
    this.scenario = scenario;
    this.out = out;
  }

  void tell() {
    try (PolicyEngine engine =
        PolicyEngine.builder(scenario.policies())
            .entities(scenario.entities())
            .callerSupports("log", "notify", "alert")
            .clock(clock)
            .build()) {
      ask(
          engine,
          "deploy-bot wants to deploy build 5d41 of the proxy to production (ticket OPS-1200).",
          deploy("5d41"));
      GrantRecord grant = order(engine);
      ApprovalRecord review = open(engine, grant);
      votes(engine, grant, review);
      clock.pass(Duration.ofMinutes(1));
      ask(engine, "deploy-bot tries another build, 9e10, under the same ticket.", deploy("9e10"));
      ask(engine, "deploy-bot asks again for build 5d41.", deploy("5d41"));
      clock.pass(Duration.ofMinutes(31));
      ask(
          engine,
          "Half an hour later the grant has ended by itself. deploy-bot asks once more.",
          deploy("5d41"));
    }
  }

  private static Request deploy(String build) {
    return Request.of(BOT, "deploy", EntityId.of("Service", "proxy"))
        .arg("environment", "prod")
        .arg("ticket", "OPS-1200")
        .fact("digest", "sha256:" + build);
  }

  private GrantRecord order(PolicyEngine engine) {
    clock.pass(Duration.ofMinutes(2));
    GrantOrder order =
        GrantOrder.of("sre.prod_deploy", BOT, BOT).because("OPS-1200: fix the proxy's memory leak");
    GrantRecord grant = engine.commands().ask(deploy("5d41"), order).orThrow().value();
    say(
        "deploy-bot asks for the grant `prod_deploy` for exactly this deploy: this build, this ticket, half an hour, once.");
    return grant;
  }

  private ApprovalRecord open(PolicyEngine engine, GrantRecord grant) {
    ApprovalRecord review =
        engine.commands().openForGrant("sre.deploy_review", grant.id()).orThrow().value();
    say(
        "That opens the approval `deploy_review`: two people of the service's team who are on call, and one of security.");
    activate(engine, grant, review);
    return review;
  }

  private void votes(PolicyEngine engine, GrantRecord grant, ApprovalRecord review) {
    for (Voter who : VOTERS) {
      String voter = who.id();
      clock.pass(Duration.ofMinutes(1));
      Ballot ballot =
          new Ballot(EntityId.of("User", voter), true, review.digest(), "looked at the change");
      CommandResult<ApprovalRecord> vote = engine.commands().vote(review.id(), ballot);
      if (vote instanceof CommandResult.Refused<ApprovalRecord> refused) {
        say(who.description() + " votes yes, and the vote is refused.");
        note(refused.reason());
      } else {
        say(who.description() + " votes yes.");
        activate(engine, grant, review);
      }
    }
  }

  private void activate(PolicyEngine engine, GrantRecord grant, ApprovalRecord review) {
    CommandResult<GrantRecord> result = engine.commands().activate(grant.id());
    if (result instanceof CommandResult.Refused<GrantRecord>) {
      for (ClauseProgress clause : clauses(engine, review)) {
        if (clause.missing() > 0) {
          note("still missing: " + clause.missing() + " more of \"" + clause.text() + "\"");
        }
      }
    } else {
      note("nothing is missing any more: the grant is active");
    }
  }

  private static List<ClauseProgress> clauses(PolicyEngine engine, ApprovalRecord review) {
    return engine.commands().progress(review.id()).orThrow().value().clauses();
  }

  private void ask(PolicyEngine engine, String what, Request request) {
    Decision decision = engine.decide(request);
    say(what);
    boolean permit = decision.permitted() || decision.wouldPermit();
    note(
        (permit ? "PERMIT" : "DENY")
            + " ("
            + decision.verdict().reason().code()
            + ")"
            + rules(decision));
    for (Remedy remedy : decision.remedies()) {
      note(
          "what would help: "
              + remedy.steps().stream().map(this::step).collect(Collectors.joining(" and ")));
    }
    if (permit) {
      decision.verdict().obligations().forEach(duty -> note("with it comes: " + duty(duty)));
      decision.validUntil().ifPresent(until -> note("until " + clock.time(until)));
    } else {
      note("the agent is told: " + decision.agentMessage());
    }
  }

  private static String duty(Obligation duty) {
    List<String> arguments =
        duty.arguments().stream()
            .map(argument -> JsonWriter.canonical(ValueJson.toJson(argument)))
            .toList();
    return duty.name() + "(" + String.join(", ", arguments) + ")";
  }

  /** A step, with the approvals that a grant needs. */
  private String step(Remedy.Step step) {
    List<String> needs =
        scenario.policies().grants().stream()
            .filter(grant -> step.kind() == Remedy.Kind.GRANT && grant.id().equals(step.id()))
            .flatMap(grant -> grant.needs().stream())
            .toList();
    return step + (needs.isEmpty() ? "" : ", which needs approval " + String.join(" and ", needs));
  }

  private static String rules(Decision decision) {
    List<String> rules = decision.verdict().rules();
    return rules.isEmpty() ? "" : ", by " + String.join(", ", rules);
  }

  private void say(String sentence) {
    out.println(clock.time() + "  " + sentence);
  }

  private void note(String sentence) {
    out.println("       " + sentence);
  }
}
