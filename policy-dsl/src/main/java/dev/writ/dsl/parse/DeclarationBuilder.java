package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.AnnotationContext;
import dev.writ.dsl.grammar.WritParser.DeclarationContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds a declaration of any kind by handing it to the builder for its topic. */
final class DeclarationBuilder {
  private final Builders builders;
  private final AnnotationBuilder annotations;
  private final SchemaBuilder schema;
  private final EntityBuilder entities;
  private final RuleBuilder rules;
  private final LimitBuilder limits;
  private final ApprovalBuilder approvals;
  private final GrantBuilder grants;
  private final ToolBuilder tools;
  private final TestBuilder tests;

  DeclarationBuilder(Builders builders) {
    this.builders = builders;
    this.annotations = new AnnotationBuilder(builders);
    this.schema = new SchemaBuilder(builders);
    this.entities = new EntityBuilder(builders);
    this.rules = new RuleBuilder(builders);
    this.limits = new LimitBuilder(builders);
    this.approvals = new ApprovalBuilder(builders);
    this.grants = new GrantBuilder(builders);
    this.tools = new ToolBuilder(builders);
    this.tests = new TestBuilder(builders);
  }

  /** Returns the tree of a declaration, or null after reporting why there is none. */
  @Nullable Declaration declaration(DeclarationContext context, List<AnnotationContext> before) {
    ParserRuleContext kind = (ParserRuleContext) context.getChild(0);
    return switch (kind.getRuleIndex()) {
      case WritParser.RULE_cedarRule -> refuseCedar(kind);
      default -> {
        List<Annotation> notes = annotations.annotations(before);
        yield isDeclaringType(kind)
            ? vocabulary(context, kind, notes)
            : policy(context, kind, notes);
      }
    };
  }

  TestBuilder tests() {
    return tests;
  }

  private static boolean isDeclaringType(ParserRuleContext kind) {
    return switch (kind.getRuleIndex()) {
      case WritParser.RULE_manifestDecl,
          WritParser.RULE_enumDecl,
          WritParser.RULE_entityDecl,
          WritParser.RULE_typeDecl,
          WritParser.RULE_actionDecl,
          WritParser.RULE_actionGroupDecl,
          WritParser.RULE_obligationDecl ->
          true;
      default -> false;
    };
  }

  private Declaration vocabulary(
      DeclarationContext context, ParserRuleContext kind, List<Annotation> notes) {
    return switch (kind.getRuleIndex()) {
      case WritParser.RULE_manifestDecl -> entities.manifest(context.manifestDecl(), notes);
      case WritParser.RULE_enumDecl -> schema.enumeration(context.enumDecl(), notes);
      case WritParser.RULE_entityDecl -> entities.entity(context.entityDecl(), notes);
      case WritParser.RULE_typeDecl -> schema.type(context.typeDecl(), notes);
      case WritParser.RULE_actionDecl -> schema.action(context.actionDecl(), notes);
      case WritParser.RULE_actionGroupDecl -> schema.group(context.actionGroupDecl(), notes);
      case WritParser.RULE_obligationDecl -> schema.obligation(context.obligationDecl(), notes);
      default -> throw new Unhandled(kind);
    };
  }

  private @Nullable Declaration policy(
      DeclarationContext context, ParserRuleContext kind, List<Annotation> notes) {
    return switch (kind.getRuleIndex()) {
      case WritParser.RULE_letDecl -> rules.let(context.letDecl(), notes);
      case WritParser.RULE_scopeDecl -> rules.scope(context.scopeDecl(), notes);
      case WritParser.RULE_ruleDecl -> rules.rule(context.ruleDecl(), notes);
      case WritParser.RULE_approvalDecl -> approvals.approval(context.approvalDecl(), notes);
      case WritParser.RULE_confirmationDecl ->
          approvals.confirmation(context.confirmationDecl(), notes);
      case WritParser.RULE_grantDecl -> grants.grant(context.grantDecl(), notes);
      case WritParser.RULE_suspendDecl -> rules.suspend(context.suspendDecl(), notes);
      case WritParser.RULE_labelDecl -> rules.label(context.labelDecl(), notes);
      case WritParser.RULE_limitDecl -> limits.limit(context.limitDecl(), notes);
      case WritParser.RULE_invariantDecl -> rules.invariant(context.invariantDecl(), notes);
      case WritParser.RULE_toolDecl -> tools.tool(context.toolDecl(), notes);
      case WritParser.RULE_testDecl -> tests.test(context.testDecl(), notes);
      default -> throw new Unhandled(kind);
    };
  }

  private @Nullable Declaration refuseCedar(ParserRuleContext context) {
    builders.reporter.error(
        DiagnosticCode.CEDAR_RULE,
        context.getStart(),
        "this is a rule of Cedar",
        "translate it with `writ import cedar`");
    return null;
  }
}
