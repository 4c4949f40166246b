package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;
import dev.writ.dsl.check.expression.Part;

/** What is read from the request, and what a variable stands for. */
final class ReferenceLowering {
  private final ExpressionLowering lowering;
  private final ExpressionFacts facts;
  private final LocalNames locals;

  ReferenceLowering(ExpressionLowering lowering, ExpressionFacts facts, LocalNames locals) {
    this.lowering = lowering;
    this.facts = facts;
    this.locals = locals;
  }

  private Expr lower(Expression node) {
    return lowering.lower(node);
  }

  Expr member(Member node) {
    Meaning.PartUse use = facts.find(node, Meaning.PartUse.class);
    Expr target = lower(node.target());
    return use == null
        ? new Expr.Member(target, node.name().text())
        : new Expr.PartOf(part(use.part()), target);
  }

  private static Expr.Part part(Part part) {
    return switch (part) {
      case PATH_NAME -> Expr.Part.PATH_NAME;
      case URL_SCHEME -> Expr.Part.URL_SCHEME;
      case URL_HOST -> Expr.Part.URL_HOST;
      case URL_PORT -> Expr.Part.URL_PORT;
      case URL_PATH -> Expr.Part.URL_PATH;
      case COMMAND_PROGRAM -> Expr.Part.COMMAND_PROGRAM;
      case COMMAND_FIRST -> Expr.Part.COMMAND_FIRST;
      case COMMAND_ARGS -> Expr.Part.COMMAND_ARGS;
    };
  }

  Expr index(Index node) {
    return new Expr.Member(lower(node.target()), node.key().value());
  }

  Expr root(RootReference node) {
    return variable(node);
  }

  Expr name(NameReference node) {
    Meaning.LocalUse local = facts.find(node, Meaning.LocalUse.class);
    return local == null ? variable(node) : new Expr.Local(locals.nameOf(local.variable()));
  }

  private Expr variable(Expression node) {
    ContextRoot root = facts.meaning(node, Meaning.RootUse.class).root();
    return new Expr.Var(
        switch (root) {
          case PRINCIPAL -> Expr.Root.PRINCIPAL;
          case DELEGATOR -> Expr.Root.DELEGATOR;
          case ORIGIN -> Expr.Root.ORIGIN;
          case RESOURCE -> Expr.Root.RESOURCE;
          case ARGS -> Expr.Root.ARGS;
          case FACTS -> Expr.Root.FACTS;
          case SESSION -> Expr.Root.SESSION;
          case APPROVER -> Expr.Root.APPROVER;
          case REQUESTER -> Expr.Root.REQUESTER;
        });
  }

  Expr sourceOf(SourceOf node) {
    Meaning.ElementSource element = facts.find(node, Meaning.ElementSource.class);
    return element == null
        ? new Expr.SourceOfArg(facts.meaning(node, Meaning.ArgSource.class).arg())
        : new Expr.SourceOfElement(element.args(), locals.nameOf(element.variable()));
  }
}
