package dev.writ.core.plan;

import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Slices to what runs. */
final class SliceCompiler {
  private static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  private static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);

  private static final Tokens[] NO_TOKENS = {};

  private final Slice slice;
  private final int number;
  private final Map<String, Integer> places;
  private final Map<String, ZoneTable> zones;
  private final Types types;
  private final Guards guards = new Guards();
  private final Slots slots = new Slots();
  private final Compiler compiler;
  private final boolean small;
  private final Asks.Building asks = new Asks.Building();

  private SliceCompiler(
      PolicySet policies,
      Slice slice,
      int number,
      Map<String, ZoneTable> zones,
      Map<String, Integer> places,
      int mostByMask) {
    this.slice = slice;
    this.number = number;
    this.places = places;
    this.small =
        slice.rules().size() <= mostByMask
            && slice.rules().size() + others(slice) <= MaskIndex.MOST;
    this.zones = zones;
    this.types = new Types(policies.schema(), slice.slot());
    this.compiler = new Compiler(types, zones, guards, slots);
  }

  private static int others(Slice slice) {
    int clauses = slice.scopes().stream().mapToInt(scope -> scope.clauses().size()).sum();
    return 2 * slice.scopes().size() + clauses + slice.labels().size() + slice.limits().size();
  }

  /**
   * Compiles a slice.
   *
   * @param number its number among the slices of the set
   * @param places by type of entity how many sides it has so far; those of this slice are added
   * @param mostByMask up to how many rules are searched by masks
   */
  static SliceProgram compile(
      PolicySet policies,
      Slice slice,
      int number,
      SessionNeeds needs,
      Map<String, ZoneTable> zones,
      Map<String, Integer> places,
      int mostByMask) {
    SliceCompiler compiling = new SliceCompiler(policies, slice, number, zones, places, mostByMask);
    EntityTypeDef type = policies.schema().entityType(slice.slot().principalType());
    return compiling.program(type != null && type.human(), needs.at(slice.slot()));
  }

  private SliceProgram program(boolean human, Collection<String> needingSession) {
    List<RuleCode> rules = rules();
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
        slice,
        human,
        rules,
        index(rules),
        scopes,
        limits,
        labels,
        observed,
        List.copyOf(needingSession),
        asks.build());
  }

  private SliceIndex index(List<RuleCode> codes) {
    List<Pinned> others = others();
    List<Pinned> rules = new ArrayList<>();
    List<Boolean> observed = new ArrayList<>();
    for (Passage<Rule> passage : slice.rules()) {
      observed.add(passage.declaration().observed());
      rules.add(Pinned.of(passage.text().condition(), passage.declaration().observed(), compiler));
    }
    boolean settles = others.size() <= MaskIndex.MOST;
    List<Pinned> bits = new ArrayList<>(small ? rules : List.of());
    bits.addAll(settles ? others : List.of());
    MaskIndex masks = MaskIndex.of(bits, compiler);
    ShapeIndex shapes = small ? null : new ShapeIndex(new ShapeBuilding(rules, observed, compiler));
    return new SliceIndex(
        number,
        masks,
        shapes,
        small ? rules.size() : 0,
        settles,
        !slice.limits().isEmpty() || !codes.stream().allMatch(RuleCode::asksConstants),
        settles ? unsettled(codes, bits.size()) : 0,
        side(Basis.PRINCIPAL, masks.principal, shapes == null ? NO_TOKENS : shapes.ofPrincipal),
        side(Basis.RESOURCE, masks.resource, shapes == null ? NO_TOKENS : shapes.ofResource),
        guards,
        slots);
  }

  /** The bits of rules that take values from the request, and of limits, which come last. */
  private long unsettled(List<RuleCode> rules, int size) {
    long unsettled = MaskIndex.lowest(size) & ~MaskIndex.lowest(size - slice.limits().size());
    for (int number = 0; small && number < rules.size(); number++) {
      unsettled |= rules.get(number).asksConstants() ? 0 : 1L << number;
    }
    return unsettled;
  }

  /** The conditions of scopes, labels and limits, on which the outcome depends beside the rules. */
  private List<Pinned> others() {
    List<Pinned> others = new ArrayList<>();
    for (ScopePassage passage : slice.scopes()) {
      others.add(pinned(subjects(passage.scope())));
      others.add(pinned(reach(passage.scope())));
      passage.clauses().forEach(clause -> others.add(pinned(clause.text().condition())));
    }
    slice.labels().forEach(label -> others.add(pinned(label.text().condition())));
    for (LimitPassage passage : slice.limits()) {
      others.add(Pinned.of(passage.text().counts(), passage.limit().observed(), compiler));
    }
    return others;
  }

  private Pinned pinned(Expr condition) {
    return Pinned.of(condition, false, compiler);
  }

  private Side side(Basis basis, MaskPart masks, Tokens[] attributes) {
    String type =
        basis == Basis.PRINCIPAL ? slice.slot().principalType() : slice.slot().resourceType();
    return new Side(
        basis == Basis.PRINCIPAL,
        places.merge(type, 1, Integer::sum) - 1,
        guards.readsAncestors(basis) || Tokens.readAncestors(attributes),
        slots,
        guards.of(basis),
        attributes,
        masks);
  }

  private Expr seen(Expr expr) {
    asks.add(expr);
    return expr;
  }

  private Node condition(Expr expr) {
    return compiler.condition(seen(expr));
  }

  private Node node(Expr expr) {
    return compiler.node(seen(expr));
  }

  private List<RuleCode> rules() {
    List<RuleCode> few = new ArrayList<>();
    List<List<RuleCode.Call>> asking = new ArrayList<>();
    for (Passage<Rule> passage : slice.rules()) {
      Expr condition = seen(passage.text().condition());
      List<RuleCode.Call> calls = passage.text().obligations().stream().map(this::call).toList();
      if (small) {
        few.add(RuleCode.of(passage.declaration(), compiler.condition(condition), calls));
      } else {
        asking.add(calls);
      }
    }
    return small ? few : new ManyRules(slice.rules(), asking, types, zones);
  }

  private RuleCode.Call call(ObligationCall call) {
    // what asks is read only where the rule applies, so nothing of it is guarded
    Compiler apart = new Compiler(types, zones, new Guards());
    return new RuleCode.Call(
        call.name(), call.arguments().stream().map(this::seen).map(apart::node).toList());
  }

  private ScopeCode scope(ScopePassage passage) {
    Scope scope = passage.scope();
    return new ScopeCode(
        scope.id(),
        scope.onlyAsDelegate(),
        condition(subjects(scope)),
        condition(reach(scope)),
        passage.clauses().stream()
            .map(
                clause ->
                    new ScopeCode.Clause(clause.asDelegate(), condition(clause.text().condition())))
            .toList());
  }

  /** Whether a scope is for the principal. */
  private static Expr subjects(Scope scope) {
    return new Expr.Or(scope.subjects().stream().map(SliceCompiler::pattern).toList());
  }

  /** Whether the resource lies where a scope reaches. */
  private static Expr reach(Scope scope) {
    return scope.guard() == null ? Expr.yes() : Expr.in(RESOURCE, scope.guard());
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
    Node exempt = condition(text.exempt());
    if (!(text.exempt() instanceof Expr.Const)) {
      // also of what does not count it is listed, and no bit of the masks tells it
      compiler.guard(List.of("exempt", text.exempt()), text.exempt(), new Guards.Erring(exempt));
    }
    return new LimitCode(
        passage.limit(),
        Window.of(passage.limit().window(), zones),
        condition(text.counts()),
        exempt,
        node(text.amount()),
        text.key() instanceof Limit.Key.EntityKey path ? node(path.entity()) : null);
  }
}
