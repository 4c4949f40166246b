package dev.writ.core.plan;

import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.slice.LimitPassage;
import dev.writ.core.slice.Passage;
import dev.writ.core.slice.ScopePassage;
import dev.writ.core.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Slices to what runs. */
final class SliceCompiler {
  private static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  private static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);

  private final Slice slice;
  private final Map<String, ZoneTable> zones;
  private final Types types;
  private final Guards guards = new Guards();
  private final Compiler compiler;
  private final boolean small;
  private boolean asksConsent;

  private SliceCompiler(
      PolicySet policies, Slice slice, Map<String, ZoneTable> zones, int mostByMask) {
    this.slice = slice;
    this.small = slice.rules().size() <= mostByMask;
    this.zones = zones;
    this.types = new Types(policies.schema(), slice.slot());
    this.compiler = new Compiler(types, zones, guards);
  }

  static SliceProgram compile(
      PolicySet policies, Slice slice, Map<String, ZoneTable> zones, int mostByMask) {
    SliceCompiler compiling = new SliceCompiler(policies, slice, zones, mostByMask);
    EntityTypeDef type = policies.schema().entityType(slice.slot().principalType());
    return compiling.program(type != null && type.human());
  }

  private SliceProgram program(boolean human) {
    List<RuleCode> rules = new ArrayList<>();
    List<Pinned> pinned = new ArrayList<>();
    for (Passage<Rule> passage : slice.rules()) {
      Expr condition = seen(passage.text().condition());
      rules.add(rule(passage));
      pinned.add(Pinned.of(condition, passage.declaration().observed(), compiler));
    }
    RuleIndex index = small ? MaskIndex.of(pinned, compiler) : ShapeIndex.of(pinned, compiler);
    List<ScopeCode> scopes = slice.scopes().stream().map(this::scope).toList();
    List<LimitCode> limits = slice.limits().stream().map(this::limit).toList();
    List<SliceProgram.LabelCode> labels =
        slice.labels().stream()
            .map(
                passage ->
                    new SliceProgram.LabelCode(
                        passage.declaration().id(), condition(passage.text().condition())))
            .toList();
    List<Rule> observed =
        slice.rules().stream().map(Passage::declaration).filter(Rule::observed).toList();
    return new SliceProgram(
        slice, human, guards, rules, index, scopes, limits, labels, observed, asksConsent);
  }

  private Expr seen(Expr expr) {
    asksConsent |=
        ExprChildren.anyMatch(
            expr,
            part ->
                part instanceof Expr.Approved
                    || part instanceof Expr.Confirmed
                    || part instanceof Expr.Granted);
    return expr;
  }

  private Node condition(Expr expr) {
    return compiler.condition(seen(expr));
  }

  private Node node(Expr expr) {
    return compiler.node(seen(expr));
  }

  /** Of many rules the whole conditions are compiled when they are asked for. */
  private RuleCode rule(Passage<Rule> passage) {
    Expr condition = passage.text().condition();
    Node whole = small ? compiler.condition(condition) : new Late(condition, types, zones);
    return new RuleCode(
        passage.declaration(),
        whole,
        passage.text().obligations().stream().map(this::call).toList());
  }

  private RuleCode.Call call(ObligationCall call) {
    // what asks is read only where the rule applies, so nothing of it is guarded
    Compiler apart = new Compiler(types, zones, new Guards());
    return new RuleCode.Call(
        call.name(), call.arguments().stream().map(this::seen).map(apart::node).toList());
  }

  private ScopeCode scope(ScopePassage passage) {
    Scope scope = passage.scope();
    List<Expr> subjects = scope.subjects().stream().map(SliceCompiler::pattern).toList();
    return new ScopeCode(
        scope.id(),
        scope.onlyAsDelegate(),
        condition(new Expr.Or(subjects)),
        condition(scope.guard() == null ? Expr.yes() : Expr.in(RESOURCE, scope.guard())),
        passage.clauses().stream()
            .map(
                clause ->
                    new ScopeCode.Clause(clause.asDelegate(), condition(clause.text().condition())))
            .toList());
  }

  private static Expr pattern(EntityPattern pattern) {
    List<Expr> parts = new ArrayList<>();
    parts.add(new Expr.Is(PRINCIPAL, pattern.types()));
    if (pattern.id() != null) {
      parts.add(new Expr.Compare(Expr.Comparison.EQ, PRINCIPAL, new Expr.Const(pattern.id())));
    }
    if (!pattern.in().isEmpty()) {
      List<Expr> groups = pattern.in().stream().<Expr>map(Expr.Const::new).toList();
      parts.add(new Expr.InEntities(PRINCIPAL, groups));
    }
    return Expr.all(parts);
  }

  private LimitCode limit(LimitPassage passage) {
    Limit.LimitCase text = passage.text();
    return new LimitCode(
        passage.limit(),
        Window.of(passage.limit().window(), zones),
        condition(text.counts()),
        condition(text.exempt()),
        node(text.amount()),
        text.key() instanceof Limit.Key.EntityKey path ? node(path.entity()) : null);
  }
}
