package dev.writ.dsl.check;

import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks a policy set.
 *
 * <p>What is found does not depend on the order of files or of declarations in them. Not safe for
 * use by several threads at a time.
 */
public final class SetChecker {
  private final CheckLimits limits;
  private final Diagnostics diagnostics;
  private final CheckedSink sink;

  /** Creates a checker that reports errors and passes on what has none. */
  public SetChecker(CheckLimits limits, Diagnostics diagnostics, CheckedSink sink) {
    this.limits = limits;
    this.diagnostics = diagnostics;
    this.sink = sink;
  }

  /** Checks the files of one set. */
  public void check(List<PolicyFile> files) {
    Taint taint = new Taint();
    Declarations declarations = DeclarationCollector.collect(files, taint, diagnostics);
    if (!rulesFit(declarations)) {
      return;
    }
    NameTable table = new NameTable(declarations);
    NameResolver names = new NameResolver(table, diagnostics::add);
    new UseChecker(declarations, diagnostics).check();
    ManifestChecker manifests = new ManifestChecker(declarations, diagnostics);
    Placed<ManifestDecl> manifest = manifests.theOne();
    TypeTable types = new TypeTable(names, taint, diagnostics, limits.setSize());
    Schema schema =
        new SchemaBuilder(declarations, names, types, taint, diagnostics).build(manifest);
    EntityRefs entities = new EntityRefs(names, schema, diagnostics);
    SortedMap<String, CheckedModule> modules = manifests.modules(manifest, table, entities);
    sink.schema(manifest == null ? "" : manifest.declaration().name().text(), schema, modules);
    ActionGroups groups = new ActionGroups(names, taint, diagnostics);
    groups.resolveAll(declarations);
    HeadResolver heads =
        new HeadResolver(
            schema,
            groups,
            names,
            new TypeHierarchy(schema),
            taint,
            diagnostics,
            new SlotBudget(limits.slots()));
    SetContext context =
        new SetContext(
            schema,
            names,
            heads,
            entities,
            modules,
            new DecisionHeads(),
            limits.expressions(),
            taint,
            limitDecls(declarations),
            ruleIds(declarations),
            diagnostics);
    decisionHeads(declarations, context);
    declarations(declarations, context);
  }

  private boolean rulesFit(Declarations declarations) {
    List<Declared<RuleDecl>> rules = declarations.all(RuleDecl.class);
    int count = rules.size() + declarations.all(LimitDecl.class).size();
    if (count <= limits.rules()) {
      return true;
    }
    Declared<? extends Declaration> last =
        rules.isEmpty() ? declarations.all(LimitDecl.class).get(0) : rules.get(rules.size() - 1);
    diagnostics.add(
        last.scope()
            .error(
                DiagnosticCode.TOO_MANY_RULES,
                last.nameSpan(),
                "the set has " + count + " rules, more than the " + limits.rules() + " allowed")
            .withHelp("split the set, or raise the limit when compiling"));
    return false;
  }

  private static Map<String, LimitDecl> limitDecls(Declarations declarations) {
    Map<String, LimitDecl> limits = new TreeMap<>();
    declarations.all(LimitDecl.class).forEach(limit -> limits.put(limit.id(), limit.declaration()));
    return limits;
  }

  private static Set<String> ruleIds(Declarations declarations) {
    Set<String> ids = new TreeSet<>();
    declarations.all(LimitDecl.class).forEach(limit -> ids.add(limit.id()));
    declarations.all(RuleDecl.class).forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  private static void decisionHeads(Declarations declarations, SetContext context) {
    heads(declarations, context, ApprovalDecl.class, ApprovalDecl::head);
    heads(declarations, context, ConfirmationDecl.class, ConfirmationDecl::head);
    heads(declarations, context, LetDecl.class, LetDecl::head);
  }

  private static <D extends Declaration> void heads(
      Declarations declarations, SetContext context, Class<D> type, Function<D, Head> head) {
    for (Declared<D> declared : declarations.all(type)) {
      SpannedHead spanned =
          context
              .heads()
              .resolve(head.apply(declared.declaration()), declared.scope(), HeadRules.other(null));
      if (spanned != null) {
        context.decisions().put(declared.id(), spanned);
      }
    }
  }

  private void declarations(Declarations declarations, SetContext context) {
    ApprovalChecker approvals =
        new ApprovalChecker(context, GrantRequesters.of(declarations, context), sink);
    each(declarations, LetDecl.class, new LetChecker(context)::check);
    each(declarations, RuleDecl.class, new RuleChecker(context, sink)::check);
    each(declarations, ScopeDecl.class, new ScopeChecker(context, sink)::check);
    each(declarations, ApprovalDecl.class, approvals::approval);
    each(declarations, ConfirmationDecl.class, approvals::confirmation);
    each(declarations, GrantDecl.class, new GrantChecker(context, sink)::check);
    declarations.suspends().forEach(new SuspendChecker(context, sink)::check);
    each(declarations, LabelDecl.class, new LabelChecker(context, sink)::check);
    each(declarations, LimitDecl.class, new LimitChecker(context, sink)::check);
    each(declarations, InvariantDecl.class, new InvariantChecker(context, sink)::check);
    new ToolChecker(context, sink).check(declarations.tools());
    each(declarations, TestDecl.class, new TestChecker(context, sink)::check);
  }

  private static <D extends Declaration> void each(
      Declarations declarations, Class<D> type, Consumer<Declared<D>> check) {
    declarations.all(type).forEach(check);
  }
}
