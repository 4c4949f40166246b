package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.DELEGATOR;
import static dev.writ.core.reference.Exprs.ERR;
import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.add;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.any;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.at;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.cidr;
import static dev.writ.core.reference.Exprs.cmp;
import static dev.writ.core.reference.Exprs.command;
import static dev.writ.core.reference.Exprs.dec;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.e;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.every;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.iff;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.ip;
import static dev.writ.core.reference.Exprs.is;
import static dev.writ.core.reference.Exprs.local;
import static dev.writ.core.reference.Exprs.lt;
import static dev.writ.core.reference.Exprs.millis;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;
import static dev.writ.core.reference.Exprs.part;
import static dev.writ.core.reference.Exprs.path;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Exprs.set;
import static dev.writ.core.reference.Exprs.sub;
import static dev.writ.core.reference.Exprs.times;
import static dev.writ.core.reference.Exprs.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.ir.Expr.Part;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expressions, operator by operator (language reference, section 3). */
final class EvaluatorTest {
  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  private final Evaluation in = new Evaluation();

  private void value(String expected, Expr expr) {
    assertThat(in.value(expr)).isEqualTo(expected);
  }

  private void truth(String expected, Expr condition) {
    assertThat(in.truth(condition)).isEqualTo(expected);
  }

  // Kleene logic

  @Test
  void and_ofTwo_isStrongKleeneAndListsEveryError() {
    truth("TRUE", and());
    truth("TRUE", and(TRUE, TRUE));
    truth("FALSE", and(TRUE, FALSE));
    truth("FALSE overflow", and(FALSE, ERR));
    truth("FALSE overflow", and(ERR, FALSE));
    truth("ERROR overflow", and(TRUE, ERR));
    truth("ERROR overflow", and(ERR, ERR));
    truth("FALSE overflow, unknown_entity", and(ERR, FALSE, dot(c(Town.GHOST), "oncall")));
  }

  @Test
  void or_ofTwo_isStrongKleeneAndListsEveryError() {
    truth("FALSE", or());
    truth("TRUE", or(FALSE, TRUE));
    truth("TRUE overflow", or(TRUE, ERR));
    truth("TRUE overflow", or(ERR, TRUE));
    truth("ERROR overflow", or(ERR, FALSE));
  }

  @Test
  void not_ofError_isError() {
    truth("FALSE", not(TRUE));
    truth("TRUE", not(FALSE));
    truth("ERROR overflow", not(ERR));
  }

  @Test
  void if_byItsCondition_countsTheChosenBranchAlone() {
    truth("TRUE", iff(TRUE, TRUE, ERR));
    truth("FALSE", iff(FALSE, ERR, FALSE));
    truth("ERROR overflow", iff(ERR, TRUE, TRUE));
    value("2", iff(FALSE, n(1), n(2)));
  }

  @Test
  void any_overElements_isDisjunctionAndFalseOnNone() {
    truth("FALSE", any("x", set(), ERR));
    truth("TRUE", any("x", set(n(1), n(2)), eq(local("x"), n(2))));
    truth("FALSE", any("x", set(n(1), n(2)), eq(local("x"), n(3))));
    truth("TRUE overflow", any("x", set(n(1), n(MAX)), lt(n(0), add(local("x"), n(1)))));
    truth("ERROR overflow", any("x", set(n(1), n(MAX)), lt(n(9), add(local("x"), n(1)))));
  }

  @Test
  void every_overElements_isConjunctionAndTrueOnNone() {
    truth("TRUE", every("x", set(), ERR));
    truth("TRUE", every("x", set(n(1), n(2)), lt(local("x"), n(3))));
    truth("FALSE overflow", every("x", set(n(5), n(MAX)), lt(add(local("x"), n(1)), n(3))));
    truth("ERROR overflow", every("x", set(n(1), n(MAX)), lt(add(local("x"), n(1)), n(3))));
  }

  @Test
  void every_overSeveralSets_countsAnAbsentOneAsEmpty() {
    Expr both =
        new Expr.Quantified(
            true,
            "x",
            List.of(
                new Expr.QuantifiedSet(has(ARGS, "to"), arg("to")),
                new Expr.QuantifiedSet(has(ARGS, "cc"), arg("cc"))),
            eq(local("x"), s("a")));
    truth("TRUE", both);
    in.args.put("to", SetValue.of(List.of(new StringValue("a"))));
    truth("TRUE", both);
    in.args.put("cc", SetValue.of(List.of(new StringValue("b"))));
    truth("FALSE", both);
  }

  // Optional values

  @Test
  void member_absentBehindAFalseGuard_isNoErrorOfTheLanguage() {
    truth("FALSE", and(has(ARGS, "why"), eq(arg("why"), s("x"))));
    truth("TRUE", or(not(has(ARGS, "why")), eq(arg("why"), s("x"))));
    truth("ERROR missing_value", eq(arg("why"), s("x")));
    in.args.put("why", new StringValue("x"));
    truth("TRUE", and(has(ARGS, "why"), eq(arg("why"), s("x"))));
  }

  @Test
  void member_ofTags_isReadByName() {
    Expr tags = c(MapValue.of(Map.of("env", new StringValue("prod"))));
    truth("TRUE", has(tags, "env"));
    truth("FALSE", has(tags, "tier"));
    value("\"prod\"", dot(tags, "env"));
  }

  // Comparison and arithmetic

  @Test
  void compare_ofOneType_isByValue() {
    truth("TRUE", eq(n(3), n(3)));
    truth("FALSE", eq(n(3), dec(3)));
    truth("TRUE", cmp(s("é"), Comparison.NE, s("e\u0301")));
    truth("TRUE", eq(ip("::ffff:10.0.0.1"), ip("10.0.0.1")));
    truth("TRUE", eq(set(n(1), n(2)), set(n(2), n(1))));
    truth("TRUE", lt(n(MIN), n(MAX)));
    truth("TRUE", cmp(dec(10_000), Comparison.LE, dec(10_000)));
    truth("TRUE", cmp(at("2026-03-02T10:00:00Z"), Comparison.GT, at("2026-03-02T09:59:59.999Z")));
    truth("FALSE", cmp(millis(-1), Comparison.GE, millis(0)));
    truth("TRUE", lt(level(0), level(2)));
  }

  @Test
  void compare_ofWhatHasNoOrder_isAnError() {
    truth("ERROR ill_typed", lt(n(1), dec(2)));
    truth("ERROR ill_typed", lt(s("a"), s("b")));
    truth("ERROR ill_typed", lt(colour(0), colour(1)));
    truth("ERROR ill_typed", lt(level(0), c(new EnumValue(Town.COLOUR, 1))));
  }

  private static Expr level(int ordinal) {
    return c(new EnumValue(Town.LEVEL, ordinal));
  }

  private static Expr colour(int ordinal) {
    return c(new EnumValue(Town.COLOUR, ordinal));
  }

  @Test
  void arithmetic_checked_isExactOrAnError() {
    value("3", add(n(1), n(2)));
    value("error overflow", add(n(MAX), n(1)));
    value("error overflow", sub(n(MIN), n(1)));
    value("error overflow", sub(dec(MIN), dec(1)));
    value("error overflow", add(at("9999-12-31T00:00:00Z"), millis(MAX)));
    truth(
        "TRUE", eq(sub(at("2026-03-02T10:00:00Z"), at("2026-03-02T09:00:00Z")), millis(3_600_000)));
    truth("TRUE", eq(sub(at("2026-03-02T10:00:00Z"), millis(1000)), at("2026-03-02T09:59:59Z")));
    value("error ill_typed", add(n(1), dec(1)));
    value("error ill_typed", add(at("2026-03-02T10:00:00Z"), at("2026-03-02T10:00:00Z")));
  }

  @Test
  void times_byALiteral_isExactOrAnError() {
    value("-3", times(n(3), -1));
    truth("TRUE", eq(times(dec(5), 2), dec(10)));
    truth("TRUE", eq(times(millis(5), 2), millis(10)));
    value("error overflow", times(n(MIN), -1));
    value("error ill_typed", times(s("a"), 2));
  }

  @Test
  void between_bounds_areInAndOut() {
    truth("TRUE", new Expr.Between(n(1), n(1), n(2)));
    truth("FALSE", new Expr.Between(n(2), n(1), n(2)));
    truth("FALSE", new Expr.Between(n(0), n(1), n(2)));
    truth("ERROR overflow", new Expr.Between(n(0), n(1), add(n(MAX), n(1))));
    truth("ERROR ill_typed", new Expr.Between(n(0), n(1), dec(2)));
  }

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

  // Sets and lists

  @Test
  void contains_ofSets_isStrict() {
    Expr abc = set(s("a"), s("b"), s("c"));
    truth("TRUE", new Expr.Contains(abc, s("a")));
    truth("FALSE", new Expr.Contains(abc, s("d")));
    truth("TRUE", new Expr.ContainsEach(true, abc, set(s("a"), s("b"))));
    truth("FALSE", new Expr.ContainsEach(true, abc, set(s("a"), s("d"))));
    truth("TRUE", new Expr.ContainsEach(true, abc, set()));
    truth("TRUE", new Expr.ContainsEach(false, abc, set(s("a"), s("d"))));
    truth("FALSE", new Expr.ContainsEach(false, abc, set()));
    value("3", new Expr.Size(abc));
    value("1", new Expr.Size(set(n(1), n(1))));
    truth("TRUE", new Expr.InList(n(2), List.of(n(1), n(2))));
    truth("ERROR overflow", new Expr.InList(n(1), List.of(n(1), add(n(MAX), n(1)))));
    value("error ill_typed", new Expr.Size(n(1)));
    truth("ERROR ill_typed", new Expr.Contains(n(1), n(1)));
  }

  // Strings and structured scalars

  @Test
  void strings_byCodePoints_areMatchedWhole() {
    truth("TRUE", new Expr.Like(s("alpha.log"), "*.log"));
    truth("TRUE", new Expr.Like(s("😀"), "?"));
    truth("FALSE", new Expr.Like(s("ab"), "?"));
    truth("TRUE", new Expr.Like(s("a*"), "a\\*"));
    truth("FALSE", new Expr.Like(s("ab"), "a\\*"));
    truth("ERROR ill_typed", new Expr.Like(s("ab"), "a\\b"));
    truth("TRUE", new Expr.StringStartsWith(s("ops-1"), s("ops-")));
    truth("FALSE", new Expr.StringStartsWith(s("op"), s("ops-")));
    truth("TRUE", new Expr.EqualsIgnoringAsciiCase(s("AbZ"), s("aBz")));
    truth("FALSE", new Expr.EqualsIgnoringAsciiCase(s("K"), s("\u212A")));
    truth("FALSE", new Expr.EqualsIgnoringAsciiCase(s("É"), s("é")));
  }

  @Test
  void paths_bySegments_areMatched() {
    truth("TRUE", new Expr.Matches(path("/srv/a/logs/x/y"), "/srv/*/logs/**"));
    truth("TRUE", new Expr.Matches(path("/srv/a/logs"), "/srv/*/logs/**"));
    truth("FALSE", new Expr.Matches(path("/srv/a/b/logs"), "/srv/*/logs/**"));
    truth("TRUE", new Expr.PathUnder(path("/srv/app/x"), path("/srv/app")));
    truth("TRUE", new Expr.PathUnder(path("/srv/app"), path("/srv/app")));
    truth("FALSE", new Expr.PathUnder(path("/srv/apple"), path("/srv/app")));
    truth("TRUE", new Expr.PathUnder(path("/srv"), path("/")));
    value("\"x.txt\"", part(Part.PATH_NAME, path("/srv/x.txt")));
  }

  @Test
  void urls_byTheirParts_areRead() {
    Expr web = url("https://api.example.com:8443/v1");
    value("\"https\"", part(Part.URL_SCHEME, web));
    value("\"api.example.com\"", part(Part.URL_HOST, web));
    value("8443", part(Part.URL_PORT, web));
    truth("TRUE", eq(part(Part.URL_PATH, web), path("/v1")));
    truth("TRUE", has(web, "port"));
    truth("FALSE", has(url("https://example.com/"), "port"));
    value("error missing_value", part(Part.URL_PORT, url("https://example.com/")));
    truth("TRUE", new Expr.HostUnder(part(Part.URL_HOST, web), "example.com"));
    truth("FALSE", new Expr.HostUnder(s("badexample.com"), "example.com"));
    truth("FALSE", new Expr.HostUnder(s("10.0.0.1"), "0.0.1"));
    truth("TRUE", new Expr.HostUnder(s("10.0.0.1"), "10.0.0.1"));
  }

  @Test
  void commands_byWords_areRead() {
    Expr git = command("git status -s");
    value("\"git\"", part(Part.COMMAND_PROGRAM, git));
    value("\"status\"", part(Part.COMMAND_FIRST, git));
    truth("TRUE", eq(part(Part.COMMAND_ARGS, git), set(s("status"), s("-s"))));
    truth("FALSE", has(command("git"), "first"));
    value("error missing_value", part(Part.COMMAND_FIRST, command("git")));
    truth("TRUE", new Expr.CommandStartsWith(git, List.of("git", "status")));
    truth("FALSE", new Expr.CommandStartsWith(git, List.of("git", "stat")));
    value("error ill_typed", part(Part.COMMAND_ARGS, path("/a")));
    value("error ill_typed", part(Part.URL_HOST, git));
  }

  @Test
  void networks_ofBothFamilies_holdTheirAddresses() {
    truth("TRUE", new Expr.InNetwork(ip("10.1.2.3"), cidr("10.0.0.0/8")));
    truth("FALSE", new Expr.InNetwork(ip("11.1.2.3"), cidr("10.0.0.0/8")));
    truth("TRUE", new Expr.InNetwork(ip("2001:db8::1"), cidr("2001:db8::/32")));
    Expr two = set(cidr("10.0.0.0/8"), cidr("2001:db8::/32"));
    truth("TRUE", new Expr.InNetwork(ip("2001:db8::1"), two));
    truth("FALSE", new Expr.InNetwork(ip("192.168.0.1"), two));
    truth("ERROR ill_typed", new Expr.InNetwork(n(1), two));
  }

  @Test
  void condition_thatIsNoBool_isAnError() {
    truth("ERROR ill_typed", n(1));
    truth("TRUE", c(new BoolValue(true)));
    value("error ill_typed", dot(n(1), "x"));
    value("7", c(new IntValue(7)));
  }
}
