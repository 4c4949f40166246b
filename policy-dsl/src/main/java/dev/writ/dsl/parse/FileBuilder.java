package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.ModuleHeader;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.UseDecl;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.DeclarationItemContext;
import dev.writ.dsl.grammar.WritParser.ExpressionContext;
import dev.writ.dsl.grammar.WritParser.FileContext;
import dev.writ.dsl.grammar.WritParser.ItemContext;
import dev.writ.dsl.grammar.WritParser.ModuleItemContext;
import dev.writ.dsl.grammar.WritParser.TestStatementContext;
import dev.writ.dsl.grammar.WritParser.UseItemContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Builds the tree of a file from those parts of the parse tree that hold no syntax error. */
final class FileBuilder {
  private final Builders builders;
  private final DeclarationBuilder declarations;
  private final Set<ParserRuleContext> broken;
  private final List<UseDecl> uses = new ArrayList<>();
  private final List<Declaration> declared = new ArrayList<>();
  private @Nullable ModuleHeader header;

  FileBuilder(Reporter reporter, Set<ParserRuleContext> broken) {
    this.builders = new Builders(reporter);
    this.declarations = new DeclarationBuilder(builders);
    this.broken = broken;
  }

  PolicyFile file(FileContext context, List<Token> tokens) {
    for (ItemContext item : context.items) {
      if (broken.contains(item)) {
        salvage(item);
      } else {
        add(item);
      }
    }
    return new PolicyFile(builders.reporter.source(), header, uses, declared, comments(tokens));
  }

  private void add(ItemContext item) {
    if (item instanceof ModuleItemContext module) {
      addHeader(module);
    } else if (item instanceof UseItemContext use) {
      addUse(use);
    } else if (item instanceof DeclarationItemContext declaration) {
      Declaration built =
          declarations.declaration(declaration.declaration(), declaration.annotation());
      if (built != null) {
        declared.add(built);
      }
    } else {
      throw new Unhandled(item);
    }
  }

  private void addHeader(ModuleItemContext context) {
    if (header != null || !uses.isEmpty() || !declared.isEmpty()) {
      builders.reporter.error(
          DiagnosticCode.MISPLACED_HEADER,
          context,
          header == null ? "`module` stands first in a file" : "a file has one `module`",
          header == null ? "move it to the top" : "put the other module into its own file");
    }
    if (header == null) {
      header =
          new ModuleHeader(
              builders.names.qualified(context.qualifiedName()), builders.reporter.span(context));
    }
  }

  private void addUse(UseItemContext context) {
    if (!declared.isEmpty()) {
      builders.reporter.error(
          DiagnosticCode.MISPLACED_HEADER,
          context,
          "`use` stands before the declarations",
          "move it up, below `module`");
    }
    uses.add(
        new UseDecl(
            builders.names.qualified(context.qualifiedName()), builders.reporter.span(context)));
  }

  /** Builds the whole parts of a broken declaration, only to report what is wrong in them. */
  private void salvage(ParserRuleContext context) {
    if (!broken.contains(context) && context.exception == null) {
      if (context instanceof ExpressionContext expression && isWhole(expression)) {
        builders.expressions.expression(expression);
        return;
      } else if (context instanceof TestStatementContext statement && isWhole(statement)) {
        declarations.tests().statements(statement);
        return;
      }
    }
    for (ParseTree child : childrenOf(context)) {
      if (child instanceof ParserRuleContext inner) {
        salvage(inner);
      }
    }
  }

  private boolean isWhole(ParserRuleContext context) {
    if (context.exception != null || broken.contains(context)) {
      return false;
    }
    for (ParseTree child : childrenOf(context)) {
      if (child instanceof ParserRuleContext inner && !isWhole(inner)) {
        return false;
      }
    }
    return true;
  }

  private static List<ParseTree> childrenOf(ParserRuleContext context) {
    return context.children == null ? List.of() : context.children;
  }

  private List<Comment> comments(List<Token> tokens) {
    List<Comment> comments = new ArrayList<>();
    for (Token token : tokens) {
      if (token.getType() == WritLexer.COMMENT) {
        comments.add(new Comment(token.getText().stripTrailing(), builders.reporter.span(token)));
      }
    }
    return comments;
  }
}
