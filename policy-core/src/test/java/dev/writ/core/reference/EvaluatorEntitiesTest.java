package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.DELEGATOR;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.any;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.cmp;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.e;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.every;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.is;
import static dev.writ.core.reference.Exprs.local;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.set;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expressions about entities and the request (language reference, section 3). */
final class EvaluatorEntitiesTest extends EvaluatorAssertions {
  // Entities

  @Test
  void in_ofTheHierarchy_isReflexiveAndTransitive() {
    truth("TRUE", in(c(Town.BOT), c(Town.SRE)));
    truth("TRUE", in(c(Town.BOT), c(Town.ENG)));
    truth("TRUE", in(c(Town.BOT), c(Town.BOT)));
    truth("TRUE", in(c(Town.BOT), c(Town.PAY), c(Town.ENG)));
    truth("FALSE", in(c(Town.BEA), c(Town.SRE)));
    truth("FALSE", in(c(Town.BOT)));
    truth("TRUE", new Expr.InEntitySet(c(Town.BOT), set(c(Town.PAY), c(Town.ENG))));
    truth("FALSE", new Expr.InEntitySet(c(Town.BOT), set()));
  }

  @Test
  void in_ofEntitiesTheStoreCannotVouchFor_isAnError() {
    truth("ERROR unknown_entity", in(c(Town.GHOST), c(Town.SRE)));
    truth("ERROR unknown_entity", in(c(Town.GHOST), c(Town.GHOST)));
    truth("ERROR unknown_entity", in(c(Town.LOST), c(Town.SRE)));
    truth("ERROR broken_entity", in(c(Town.BAD), c(Town.SRE)));
    truth("ERROR hierarchy_cycle", in(c(Town.LOOP), c(Town.SRE)));
    truth("FALSE", in(c(Town.BEA), e("Team", "unheard-of")));
  }

  @Test
  void attributes_ofEntitiesTheStoreCannotVouchFor_areErrors() {
    truth("TRUE", dot(c(Town.ANN), "oncall"));
    truth("ERROR unknown_entity", dot(c(Town.GHOST), "oncall"));
    truth("ERROR unknown_entity", has(c(Town.GHOST), "oncall"));
    truth("ERROR broken_entity", has(c(Town.BAD), "oncall"));
    truth("FALSE", has(c(Town.BEA), "oncall"));
    value("User::\"ann\"", dot(PRINCIPAL, "owner"));
    truth("TRUE", dot(dot(PRINCIPAL, "owner"), "oncall"));
  }

  @Test
  void equalsAndIs_onEntities_neverErr() {
    truth("TRUE", eq(c(Town.GHOST), c(Town.GHOST)));
    truth("TRUE", is(c(Town.GHOST), "User", "Agent"));
    truth("FALSE", is(c(Town.GHOST), "Agent"));
    truth("ERROR ill_typed", is(n(1), "Agent"));
  }

  // The request

  @Test
  void roots_onEachView_areThatMembers() {
    value("Agent::\"bot\"", PRINCIPAL);
    value("User::\"ann\"", DELEGATOR);
    value("User::\"ann\"", ORIGIN);
    value("Service::\"ledger\"", RESOURCE);
    truth("TRUE", new Expr.HasDelegator());
    in.self = 1;
    value("User::\"ann\"", PRINCIPAL);
    value("error missing_value", DELEGATOR);
    value("User::\"ann\"", ORIGIN);
    truth("FALSE", new Expr.HasDelegator());
    in.self = 0;
    in.members = List.of(Town.BOT);
    value("Agent::\"bot\"", ORIGIN);
  }

  @Test
  void words_thatAreNotBound_areErrors() {
    value("error missing_value", new Expr.Var(Expr.Root.APPROVER));
    value("error missing_value", new Expr.Var(Expr.Root.REQUESTER));
    value("error missing_value", local("x"));
  }

  @Test
  void session_ifThereIsOne_isRead() {
    truth("TRUE", new Expr.Labelled("untrusted"));
    truth("FALSE", new Expr.Labelled("private"));
    truth("FALSE", has(SESSION, "mfa"));
    in.inSession = false;
    truth("ERROR missing_value", new Expr.Labelled("untrusted"));
    truth("ERROR missing_value", has(SESSION, "mfa"));
  }

  @Test
  void authority_ofTheWholeRequest_isAsked() {
    in.facts.said.put("approved review", Truth.TRUE);
    in.facts.said.put("granted glass", Truth.ERROR);
    truth("TRUE", new Expr.Approved("review"));
    truth("FALSE", new Expr.Confirmed("review"));
    truth("ERROR", new Expr.Granted("glass"));
  }

  @Test
  void source_ofAnArgument_isTheWorstToldAndUnknownWhereNotTold() {
    Value a = new StringValue("a");
    Value b = new StringValue("b");
    in.args.put("why", a);
    in.args.put("to", SetValue.of(List.of(a, b)));
    in.args.put("cc", SetValue.of(List.of(b)));
    in.sources.put("why", Source.USER);
    in.elementSources.put("to", Map.of(a, Source.CONSTANT));
    in.elementSources.put("cc", Map.of(b, Source.TOOL));
    value("user", new Expr.SourceOfArg("why"));
    value("unknown", new Expr.SourceOfArg("amount"));
    value("unknown", new Expr.SourceOfArg("to"));
    value("tool", new Expr.SourceOfArg("cc"));
    truth("TRUE", any("x", arg("to"), source(Comparison.EQ, 0, "to")));
    truth("FALSE", every("x", arg("to"), source(Comparison.EQ, 0, "to")));
    truth("TRUE", every("x", arg("cc"), source(Comparison.EQ, 3, "to", "cc")));
    truth("TRUE", every("x", arg("cc"), source(Comparison.EQ, 2, "cc")));
    in.sources.put("to", Source.USER);
    value("user", new Expr.SourceOfArg("to"));
  }

  private static Expr source(Comparison op, int ordinal, String... args) {
    return cmp(
        new Expr.SourceOfElement(List.of(args), "x"),
        op,
        c(new EnumValue(dev.writ.core.model.Schema.SOURCE, ordinal)));
  }
}
