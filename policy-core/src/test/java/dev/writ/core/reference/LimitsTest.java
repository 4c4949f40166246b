package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ERR;
import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.iff;
import static dev.writ.core.reference.Exprs.instant;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Rulebook.byAnn;
import static dev.writ.core.reference.Rulebook.byBot;
import static dev.writ.core.reference.Rulebook.each;
import static dev.writ.core.reference.Rulebook.readBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import dev.writ.core.ir.Limit.Window;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Step 5 of a decision, and section 7: limits and labels. */
final class LimitsTest {
  private static final Window HOUR = new Window.Rolling(3_600_000);

  private final Rulebook set = new Rulebook().readable();

  private void is(String expected, Request request) {
    assertThat(set.decide(request)).isEqualTo(expected);
  }

  private void counted(String limit, Object key, Map<Long, Long> buckets) {
    set.state.put(new Counter(limit, key.toString(), new TreeMap<>(buckets)));
  }

  private static LimitCase amount(Expr amount, Expr unless, Expr key) {
    return new LimitCase(readBy("User"), TRUE, unless, amount, new Limit.Key.EntityKey(key));
  }

  /** The counters after a permit, as {@code limit key sum}. */
  private String after(Request request) {
    StringBuilder text = new StringBuilder();
    for (Counter counter : set.assess(request).effects().counters()) {
      long sum = counter.buckets().values().stream().mapToLong(Long::longValue).sum();
      text.append(counter.limit()).append(' ').append(counter.key()).append(' ').append(sum);
      text.append(';');
    }
    return text.toString();
  }

  @Test
  void limit_ofRequests_countsTheCurrentOneToo() {
    set.limit("few", 3, HOUR, each(PRINCIPAL));
    is("permitted by read", byAnn());
    counted("few", Town.ANN, Map.of(set.clock, 2L));
    is("permitted by read", byAnn());
    counted("few", Town.ANN, Map.of(set.clock, 3L));
    is("limit_reached by few", byAnn());
    is("permitted by read", Request.of(Town.BEA, "read", Town.LEDGER));
    set.clock += 3_600_000 + 60_000;
    is("permitted by read", byAnn());
  }

  @Test
  void limit_ofAnAmount_isOfIntOrDecimalInUnits() {
    set.limit("units", 10, HOUR, amount(arg("amount"), FALSE, PRINCIPAL));
    is("permitted by read", byAnn().arg("amount", 10));
    is("limit_reached by units", byAnn().arg("amount", 11));
    is("permitted by read", byAnn().arg("amount", 0));
    is("limit_reached by units", byAnn().arg("amount", -1));
    is("limit_reached by units", byAnn());
    assertThat(set.verdict(byAnn()).errors().toString()).contains("rule=units, kind=missing_value");
    Rulebook prices = new Rulebook().readable();
    prices.limit("budget", 5_000_000, HOUR, amount(arg("price"), FALSE, PRINCIPAL));
    assertThat(prices.decide(byAnn().arg("price", "500.00"))).isEqualTo("permitted by read");
    assertThat(prices.decide(byAnn().arg("price", "500.0001")))
        .isEqualTo("limit_reached by budget");
  }

  @Test
  void limit_underUnless_liftsTheBoundAndCountsAllTheSame() {
    Expr big = has(Exprs.ARGS, "why");
    set.limit("units", 10, HOUR, amount(arg("amount"), big, PRINCIPAL));
    Request over = byAnn().arg("amount", 11);
    is("limit_reached by units", over);
    is("permitted by read", over.arg("why", "x"));
    assertThat(after(over.arg("why", "x"))).isEqualTo("units User::\"ann\" 11;");
    is("limit_reached by units", byAnn().arg("amount", -1).arg("why", "x"));
    is("limit_reached by units", byAnn().arg("why", "x"));
  }

  @Test
  void limit_whoseUnlessErrs_exemptsNothing() {
    set.limit("units", 10, HOUR, amount(n(11), ERR, PRINCIPAL));
    is("limit_reached by units", byAnn());
    Rulebook below = new Rulebook().readable();
    below.limit("units", 10, HOUR, amount(n(10), ERR, PRINCIPAL));
    assertThat(below.decide(byAnn())).isEqualTo("permitted by read");
    assertThat(below.verdict(byAnn()).errors()).hasSize(1);
  }

  @Test
  void limit_whoseConditionIsFalse_neitherBoundsNorCounts() {
    set.limit("none", 0, HOUR, new LimitCase(readBy("User"), FALSE, FALSE, n(1), principalKey()));
    is("permitted by read", byAnn());
    assertThat(after(byAnn())).isEmpty();
  }

  @Test
  void limit_whoseConditionErrs_deniesEvenBelowTheBound() {
    set.limit("odd", 9, HOUR, new LimitCase(readBy("User"), ERR, FALSE, n(1), principalKey()));
    is("limit_reached by odd", byAnn());
    Rulebook exempt = new Rulebook().readable();
    exempt.limit("odd", 0, HOUR, new LimitCase(readBy("User"), ERR, TRUE, n(1), principalKey()));
    assertThat(exempt.decide(byAnn())).isEqualTo("permitted by read");
    assertThat(exempt.assess(byAnn()).effects().counters()).hasSize(1);
  }

  private static Limit.Key principalKey() {
    return new Limit.Key.EntityKey(PRINCIPAL);
  }

  @Test
  void limit_whoseKeyErrs_denies() {
    set.limit("team", 9, HOUR, each(dot(c(Town.GHOST), "owner")));
    is("limit_reached by team", byAnn());
  }

  @Test
  void limit_beyond64Bits_denies() {
    set.limit("units", Long.MAX_VALUE, HOUR, amount(arg("amount"), TRUE, PRINCIPAL));
    counted("units", Town.ANN, Map.of(set.clock, Long.MAX_VALUE));
    is("limit_reached by units", byAnn().arg("amount", 1));
    is("permitted by read", byAnn().arg("amount", 0));
  }

  @Test
  void limit_onSeveralViews_appliesOnEachAndCountsEachKeyOnce() {
    LimitCase byPrincipal =
        new LimitCase(readBy("Agent", "User"), TRUE, FALSE, n(1), principalKey());
    set.limit("each", 1, HOUR, byPrincipal);
    assertThat(after(byBot())).isEqualTo("each Agent::\"bot\" 1;each User::\"ann\" 1;");
    counted("each", Town.BOT, Map.of(set.clock, 1L));
    is("limit_reached by each", byBot());
    is("permitted by read", byAnn());
    Rulebook shared = new Rulebook().readable();
    shared.limit(
        "origin",
        1,
        HOUR,
        new LimitCase(readBy("Agent", "User"), TRUE, FALSE, n(1), new Limit.Key.EntityKey(ORIGIN)));
    assertThat(shared.decide(byBot())).isEqualTo("permitted by read");
    assertThat(shared.assess(byBot()).effects().counters().toString()).contains("=1}");
  }

  @Test
  void limit_whereViewsDiffer_takesTheGreatestAmount() {
    Expr amount = iff(Exprs.is(PRINCIPAL, "Agent"), n(5), n(2));
    LimitCase text =
        new LimitCase(
            readBy("Agent", "User"), TRUE, FALSE, amount, new Limit.Key.EntityKey(ORIGIN));
    set.limit("greatest", 5, HOUR, text);
    is("permitted by read", byBot());
    assertThat(after(byBot())).isEqualTo("greatest User::\"ann\" 5;");
    counted("greatest", Town.ANN, Map.of(set.clock, 1L));
    is("limit_reached by greatest", byBot());
    is("permitted by read", byAnn());
  }

  @Test
  void limit_ofSeveralActions_countsThemTogether() {
    set.permit("restart", Rulebook.slots(List.of("restart"), List.of("User")), TRUE);
    SortedSet<Slot> both = Rulebook.slots(List.of("read", "restart"), List.of("User"));
    set.limit("both", 1, HOUR, new LimitCase(both, TRUE, FALSE, n(1), principalKey()));
    AuthoritySnapshot read =
        set.assess(byAnn()).effects().applyTo(AuthoritySnapshot.EMPTY, set.clock);
    read.counters().forEach(set.state::put);
    is("limit_reached by both", Request.of(Town.ANN, "restart", Town.LEDGER));
    is("permitted by restart", Request.of(Town.BEA, "restart", Town.LEDGER));
  }

  @Test
  void limit_ofAResourceOrOfAPath_isKeptForThatEntity() {
    set.limit("resource", 9, HOUR, each(Exprs.RESOURCE));
    set.limit("team", 9, HOUR, each(dot(Exprs.RESOURCE, "team")));
    assertThat(after(byAnn())).isEqualTo("resource Service::\"ledger\" 1;team Team::\"sre\" 1;");
    counted("team", Town.SRE, Map.of(set.clock, 9L));
    is("limit_reached by team", byAnn());
  }

  @Test
  void limit_ofASession_isKeptForIt() {
    set.session("s1", Town.ANN, Map.of()).session("s2", Town.ANN, Map.of());
    set.limit(
        "session",
        2,
        new Window.SessionLife(),
        new LimitCase(readBy("User"), TRUE, FALSE, n(1), new Limit.Key.SessionKey()));
    set.limit("each", 2, new Window.SessionLife(), each(PRINCIPAL));
    assertThat(after(byAnn().session("s1")))
        .isEqualTo("each User::\"ann\" in session s1 1;session s1 1;");
    counted("session", "s1", Map.of(0L, 2L));
    set.clock += 1_000_000_000_000L;
    is("limit_reached by session", byAnn().session("s1"));
    is("permitted by read", byAnn().session("s2"));
  }

  @Test
  void limit_ofADay_startsAgainAtMidnightOfTheZone() {
    set.zones.add(ZoneTables.of("Europe/Berlin"));
    set.limit("daily", 1, new Window.Calendar(false, "Europe/Berlin"), each(PRINCIPAL));
    set.clock = instant("2026-03-02T22:30:00Z").epochMillis();
    AuthoritySnapshot state =
        set.assess(byAnn()).effects().applyTo(AuthoritySnapshot.EMPTY, set.clock);
    state.counters().forEach(set.state::put);
    is("limit_reached by daily", byAnn());
    assertThat(set.assess(byAnn()).validUntil())
        .hasValue(instant("2026-03-02T23:00:00Z").epochMillis());
    assertThat(set.assess(byAnn()).retryAt())
        .hasValue(instant("2026-03-02T23:00:00Z").epochMillis());
    set.clock = instant("2026-03-02T23:00:00Z").epochMillis();
    is("permitted by read", byAnn());
    set.clock = ZoneTables.UNTIL;
    is("limit_reached by daily", byAnn());
    assertThat(set.verdict(byAnn()).errors().toString()).contains("kind=zone_table_ended");
  }

  @Test
  void limit_ofAnHour_isToldWhenItLetsUp() {
    set.limit("few", 3, HOUR, each(PRINCIPAL));
    long minute = 60_000;
    long first = set.clock - 30 * minute;
    counted("few", Town.ANN, Map.of(first, 1L, first + minute, 2L, set.clock, 1L));
    is("limit_reached by few", byAnn());
    // three of four must be gone: at the end of the second bucket
    assertThat(set.assess(byAnn()).retryAt()).hasValue(first + 62 * minute);
  }

  @Test
  void limit_underObserve_countsAndIsListedOnly() {
    set.limit("seen", true, 0, HOUR, each(PRINCIPAL));
    is("permitted by read", byAnn());
    assertThat(set.verdict(byAnn()).observed().toString()).contains("rule=seen, truth=TRUE");
    assertThat(after(byAnn())).isEqualTo("seen User::\"ann\" 1;");
    assertThat(set.assess(byAnn()).consuming()).isFalse();
    set.limit("few", 9, HOUR, each(PRINCIPAL));
    assertThat(set.assess(byAnn()).consuming()).isTrue();
  }

  @Test
  void counters_afterAPermit_leaveOutWhatCountsNoMore() {
    set.limit("few", 3, HOUR, each(PRINCIPAL));
    counted("few", Town.ANN, Map.of(set.clock - 7_200_000, 9L, set.clock, 1L));
    assertThat(after(byAnn())).isEqualTo("few User::\"ann\" 2;");
    assertThat(set.decide(byAnn())).isEqualTo("permitted by read");
  }

  @Test
  void denial_always_writesNothing() {
    set.limit("few", 3, HOUR, each(PRINCIPAL));
    set.forbid("no", readBy("User"), TRUE);
    assertThat(set.assess(byAnn()).effects()).isEqualTo(AuthorityEffects.NONE);
    assertThat(set.assess(byAnn()).consuming()).isFalse();
  }

  @Test
  void labels_notCertainlyUnearned_areSetOnSessionAndParents() {
    set.session("s1", Town.ANN, Map.of());
    set.label("tainted", readBy("Agent"), TRUE);
    set.label("unclear", readBy("User"), ERR);
    set.label("unearned", readBy("User"), FALSE);
    assertThat(set.assess(byBot().session("s1")).effects().labels())
        .containsExactly("tainted", "unclear");
    assertThat(set.assess(byBot().session("s1")).consuming()).isTrue();
    set.session("s1", Town.ANN, Map.of(), "tainted", "unclear");
    assertThat(set.assess(byBot().session("s1")).consuming()).isFalse();
  }
}
