package dev.writ.dsl.lint;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A policy set beside the text that it was compiled from. */
final class LintedSet {
  private final PolicySet policies;
  private final List<PolicyFile> files;
  private final Map<String, Written<?>> bare = new LinkedHashMap<>();
  private final Map<String, Written<?>> quoted = new LinkedHashMap<>();
  private final List<Clause> clauses;

  LintedSet(PolicySet policies, List<PolicyFile> files) {
    this.policies = policies;
    this.files = List.copyOf(files);
    for (PolicyFile file : files) {
      String module = file.module() == null ? "" : file.module().name().text();
      for (Declaration declaration : file.declarations()) {
        declaration
            .accept(DeclaredNames.INSTANCE)
            .ifPresent(name -> add(file, name.idIn(module), name, declaration));
      }
    }
    this.clauses = Clauses.of(this);
  }

  private void add(PolicyFile file, String id, DeclaredName name, Declaration declaration) {
    (name.quoted() ? quoted : bare).put(id, new Written<>(file, id, name, declaration));
  }

  PolicySet policies() {
    return policies;
  }

  Schema schema() {
    return policies.schema();
  }

  List<PolicyFile> files() {
    return files;
  }

  /** Returns the declaration of a qualified name. */
  Written<?> named(String id) {
    return find(bare, id);
  }

  /** Returns all declarations with a name of some class, in the order of files and text. */
  <D extends Declaration> List<Written<D>> all(Class<D> type) {
    List<Written<D>> found = new ArrayList<>();
    for (Map<String, Written<?>> map : List.of(bare, quoted)) {
      for (Written<?> written : map.values()) {
        if (type.isInstance(written.declaration())) {
          found.add(written.as(type));
        }
      }
    }
    return found;
  }

  /** Returns every head with a condition. */
  List<Clause> clauses() {
    return clauses;
  }

  /** Returns the clauses of each scope, in its order. */
  List<List<Clause>> clausesOfScopes() {
    return scopes().stream().map(Clauses::of).toList();
  }

  List<Linted<Rule, RuleDecl>> rules() {
    return pair(policies.rules(), Rule::id, quoted, RuleDecl.class);
  }

  /** Returns permits, or forbids, that enter decisions. */
  List<Linted<Rule, RuleDecl>> deciding(Rule.RuleEffect effect) {
    return rules().stream()
        .filter(rule -> !rule.meaning().observed() && rule.meaning().effect() == effect)
        .toList();
  }

  List<Linted<Scope, ScopeDecl>> scopes() {
    return pair(policies.scopes(), Scope::id, bare, ScopeDecl.class);
  }

  List<Linted<GrantTemplate, GrantDecl>> grants() {
    return pair(policies.grants(), GrantTemplate::id, bare, GrantDecl.class);
  }

  /** Returns the approvals, confirmations not among them. */
  List<Linted<Approval, ApprovalDecl>> approvals() {
    return pair(of(Approval.Kind.APPROVAL), Approval::id, bare, ApprovalDecl.class);
  }

  List<Linted<Approval, ConfirmationDecl>> confirmations() {
    return pair(of(Approval.Kind.CONFIRMATION), Approval::id, bare, ConfirmationDecl.class);
  }

  private List<Approval> of(Approval.Kind kind) {
    return policies.approvals().stream().filter(each -> each.kind() == kind).toList();
  }

  List<Linted<Label, LabelDecl>> labels() {
    return pair(policies.labels(), Label::id, bare, LabelDecl.class);
  }

  List<Linted<Limit, LimitDecl>> limits() {
    return pair(policies.limits(), Limit::id, quoted, LimitDecl.class);
  }

  List<Linted<Invariant, InvariantDecl>> invariants() {
    return pair(policies.invariants(), Invariant::id, quoted, InvariantDecl.class);
  }

  private static <M, D extends Declaration> List<Linted<M, D>> pair(
      List<M> meanings, Function<M, String> id, Map<String, Written<?>> names, Class<D> type) {
    return meanings.stream()
        .map(meaning -> new Linted<>(meaning, find(names, id.apply(meaning)).as(type)))
        .toList();
  }

  private static Written<?> find(Map<String, Written<?>> names, String id) {
    Written<?> written = names.get(id);
    if (written == null) {
      throw new IllegalStateException("no text declares `" + id + "`");
    }
    return written;
  }
}
