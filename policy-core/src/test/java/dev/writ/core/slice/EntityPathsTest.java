package dev.writ.core.slice;

import static dev.writ.core.slice.Cuts.PRINCIPAL;
import static dev.writ.core.slice.Cuts.RESOURCE;
import static dev.writ.core.slice.Cuts.permit;
import static dev.writ.core.slice.Cuts.slot;
import static dev.writ.core.slice.Cuts.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EntityPathsTest {

  private static final Slot READ = slot("read", "User");
  private static final Expr ARGS = new Expr.Var(Expr.Root.ARGS);
  private static final Expr DOC = constant("Doc", "1");

  private static Expr constant(String type, String id) {
    return new Expr.Const(EntityId.of(type, id));
  }

  private static Expr of(Expr expr, String... fields) {
    Expr member = expr;
    for (String field : fields) {
      member = new Expr.Member(member, field);
    }
    return member;
  }

  private static Expr any(String local, Expr set, Expr body) {
    return new Expr.Quantified(
        false, local, List.of(new Expr.QuantifiedSet(new Expr.Has(PRINCIPAL, "x"), set)), body);
  }

  private static Expr equal(Expr left, Expr right) {
    return new Expr.Compare(Expr.Comparison.EQ, left, right);
  }

  static List<Object[]> conditions() {
    Expr either = new Expr.If(of(RESOURCE, "open"), of(RESOURCE, "team"), of(PRINCIPAL, "home"));
    return List.of(
        new Object[] {Expr.yes(), List.of()},
        new Object[] {equal(PRINCIPAL, RESOURCE), List.of()},
        new Object[] {of(RESOURCE, "open"), List.of("resource: open")},
        new Object[] {
          new Expr.Has(of(RESOURCE, "a"), "b"), List.of("resource: a", "resource.a: b")
        },
        new Object[] {
          of(RESOURCE, "team", "lead", "oncall"),
          List.of("resource: team", "resource.team: lead", "resource.team.lead: oncall")
        },
        new Object[] {
          new Expr.InEntities(of(ARGS, "to"), List.of(of(RESOURCE, "team"), DOC)),
          List.of("args: to", "args.to: ancestors", "resource: team")
        },
        new Object[] {
          new Expr.InEntitySet(RESOURCE, of(PRINCIPAL, "teams")),
          List.of("principal: teams, ancestors", "resource: ancestors")
        },
        new Object[] {
          any("t", of(RESOURCE, "teams"), of(new Expr.Local("t"), "big")),
          List.of("principal: x, ancestors", "resource: teams", "resource.teams: big")
        },
        new Object[] {
          of(either, "name"),
          List.of(
              "principal: home, ancestors",
              "principal.home: name",
              "resource: open, team",
              "resource.team: name")
        },
        new Object[] {
          any(
              "t",
              new Expr.SetOf(List.of(of(RESOURCE, "a"), DOC)),
              new Expr.Is(of(new Expr.Local("t"), "b"), new TreeSet<>(List.of("Doc")))),
          List.of("Doc::\"1\": b", "principal: x, ancestors", "resource: a", "resource.a: b")
        },
        new Object[] {
          any(
              "t",
              new Expr.Const(SetValue.of(List.of(EntityId.of("Doc", "2")))),
              new Expr.Not(of(new Expr.Local("t"), "b"))),
          List.of("Doc::\"2\": b", "principal: x, ancestors")
        });
  }

  private static List<String> paths(Expr condition, Slot slot) {
    Slices slices =
        Slices.of(
            Cuts.set(List.of(permit("p", when(condition, READ))), List.of(), List.of(), List.of()));
    return EntityPaths.of(
            Cuts.set(List.of(), List.of(), List.of(), List.of()),
            Objects.requireNonNull(slices.at(slot)))
        .stream()
        .map(EntityPath::toString)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void of_aCondition_isWhatItReads(Expr condition, List<String> expected) {
    List<String> people =
        List.of(
            "approver: ancestors",
            "delegator: ancestors",
            "origin: ancestors",
            "principal: ancestors",
            "requester: ancestors");
    assertThat(paths(Expr.yes(), READ)).isEqualTo(people);
    assertThat(paths(condition, READ))
        .filteredOn(path -> !people.contains(path))
        .containsExactlyElementsOf(expected);
    assertThat(paths(condition, READ)).contains(people.get(0), people.get(4));
  }

  @Test
  void of_anotherSlot_isNotRead() {
    assertThat(paths(of(RESOURCE, "open"), slot("edit", "User")))
        .noneMatch(path -> path.startsWith("resource"));
  }

  private static Approval approval(Quorum.Clause clause, Approval.Exclusion... exclusions) {
    Approval.ApprovalCase text =
        new Approval.ApprovalCase(
            new TreeSet<>(List.of(READ)),
            of(ARGS, "ready"),
            new Quorum(true, List.of(clause)),
            List.of(exclusions));
    return new Approval(
        "a",
        "",
        Approval.Kind.APPROVAL,
        List.of(text),
        new TreeSet<>(),
        1,
        1,
        1,
        false,
        0,
        List.of());
  }

  private static PolicySet set(Approval approval) {
    PolicySet none = Cuts.set(List.of(), List.of(), List.of(), List.of());
    return new PolicySet(
        "",
        none.schema(),
        List.of(),
        List.of(),
        List.of(),
        List.of(approval),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void of_anApproval_isWhatItsHeadAndItsVotersAreHeldAgainst() {
    Expr each = new Expr.Local("t");
    Approval approval =
        approval(
            new Quorum.Clause(
                1,
                new TreeSet<>(List.of("User")),
                new Quorum.Membership(true, List.of(of(each, "group"))),
                of(new Expr.Var(Expr.Root.APPROVER), "oncall"),
                0,
                new Quorum.ForEach("t", of(RESOURCE, "owners"))),
            new Approval.Exclusion(of(PRINCIPAL, "owner"), false, of(DOC, "strict")));
    PolicySet set = set(approval);
    assertThat(EntityPaths.of(set, Objects.requireNonNull(Slices.of(set).at(READ))))
        .extracting(EntityPath::toString)
        .containsExactly(
            "Doc::\"1\": strict",
            "approver: oncall, ancestors",
            "args: ready",
            "delegator: ancestors",
            "origin: ancestors",
            "principal: owner, ancestors",
            "requester: ancestors",
            "resource: owners",
            "resource.owners: group");
    Slot other = slot("edit", "User");
    assertThat(EntityPaths.of(set, Objects.requireNonNull(Slices.of(set).at(other)))).hasSize(5);
  }
}
