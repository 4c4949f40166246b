package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.Value;
import java.util.function.Consumer;

/**
 * Policy sets, rules, expressions and values as text for people: golden files, explanations,
 * messages. It reads like the language, with names qualified and everything filled in that a file
 * leaves out, but it is not compiled again; its JSON is the form to keep.
 *
 * <p>Stateless, thread-safe. The text of equal things is equal. Values of secret fields are not
 * known here: who prints a value has checked that it may be seen.
 */
public final class IrText {

  private IrText() {}

  /** The text of an expression, on one line. */
  public static String of(Expr expr) {
    return ExprText.of(expr);
  }

  /** The text of a value, as the literal the language has for it. */
  public static String of(Value value) {
    return ValueText.of(value);
  }

  /** The text of a rule, several lines with a line feed after each. */
  public static String of(Rule rule) {
    return written(lines -> new RuleText(lines).rule(rule));
  }

  /** The text of a scope, several lines. */
  public static String of(Scope scope) {
    return written(lines -> new RuleText(lines).scope(scope));
  }

  /** The text of a limit, several lines. */
  public static String of(Limit limit) {
    return written(lines -> new RuleText(lines).limit(limit));
  }

  /** The text of an approval or confirmation, several lines. */
  public static String of(Approval approval) {
    return written(lines -> new AuthorityText(lines).approval(approval));
  }

  /** The text of a grant's template, several lines. */
  public static String of(GrantTemplate grant) {
    return written(lines -> new AuthorityText(lines).grant(grant));
  }

  /** The text of one clause of an approval or review, on one line. */
  public static String of(Quorum.Clause clause) {
    return AuthorityText.text(clause);
  }

  /** The text of a whole set: modules, schema, then the declarations by kind and id. */
  public static String of(PolicySet set) {
    return written(lines -> write(set, lines));
  }

  private static void write(PolicySet set, Lines lines) {
    lines.line("policy set " + Json.quote(set.name()));
    set.modules().forEach(module -> lines.line(text(module)));
    set.zones().forEach(zone -> lines.line(text(zone)));
    new SchemaText(lines).schema(set.schema());
    RuleText rules = new RuleText(lines);
    AuthorityText authority = new AuthorityText(lines);
    set.scopes().forEach(rules::scope);
    set.rules().forEach(rules::rule);
    set.approvals().forEach(authority::approval);
    set.grants().forEach(authority::grant);
    set.suspends().forEach(authority::suspend);
    set.labels().forEach(rules::label);
    set.limits().forEach(rules::limit);
    set.invariants().forEach(rules::invariant);
    set.tools().forEach(new ToolText(lines)::tool);
  }

  private static String text(Module module) {
    return "module "
        + (module.name().isEmpty() ? "\"\"" : module.name())
        + (module.owner() == null ? "" : " owned by " + Json.quote(module.owner()))
        + (module.guard() == null ? "" : " guards " + module.guard());
  }

  private static String text(ZoneTable zone) {
    return "zone "
        + Json.quote(zone.zone())
        + " of tzdata "
        + zone.tzdata()
        + " with "
        + zone.transitions().size()
        + " transitions";
  }

  private static String written(Consumer<Lines> body) {
    Lines lines = new Lines();
    body.accept(lines);
    return lines.toString();
  }
}
