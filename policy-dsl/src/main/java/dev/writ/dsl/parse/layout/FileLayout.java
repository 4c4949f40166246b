package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.ItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** A whole file. The last of the layouts: what no one lays out does not compile here. */
final class FileLayout extends ToolLayout {
  /** The declarations that take several lines and stand apart. */
  private static final Set<Integer> LONG =
      Set.of(
          WritParser.RULE_manifestDecl,
          WritParser.RULE_scopeDecl,
          WritParser.RULE_ruleDecl,
          WritParser.RULE_approvalDecl,
          WritParser.RULE_confirmationDecl,
          WritParser.RULE_grantDecl,
          WritParser.RULE_invariantDecl,
          WritParser.RULE_testDecl);

  FileLayout(Words words) {
    super(words);
  }

  @Override
  public Doc visitFile(WritParser.FileContext node) {
    List<Doc> lines = new ArrayList<>();
    ItemContext before = null;
    for (ItemContext item : node.items) {
      if (before != null) {
        lines.add(isApart(before, item) ? Gap.BLANK : Gap.HARD);
      }
      lines.add(of(item));
      before = item;
    }
    Word end = words().word(node.EOF().getSymbol());
    if (end.startsWithNotes()) {
      boolean apart = before != null && words().isAfterBlankLine(node.EOF().getSymbol());
      lines.add(apart ? Gap.BLANK : before == null ? Sequence.of() : Gap.HARD);
      lines.add(Word.of(end.above()));
    }
    return Sequence.of(lines);
  }

  @Override
  public Doc visitModuleItem(WritParser.ModuleItemContext node) {
    return flow(node);
  }

  @Override
  public Doc visitUseItem(WritParser.UseItemContext node) {
    return flow(node);
  }

  @Override
  public Doc visitDeclarationItem(WritParser.DeclarationItemContext node) {
    List<Doc> lines = new ArrayList<>();
    for (WritParser.AnnotationContext annotation : node.annotation()) {
      lines.add(of(annotation));
      lines.add(Gap.HARD);
    }
    lines.add(of(node.declaration()));
    return Sequence.of(lines);
  }

  @Override
  public Doc visitDeclaration(WritParser.DeclarationContext node) {
    return flow(node);
  }

  @Override
  public Doc visitCedarRule(WritParser.CedarRuleContext node) {
    throw refused(node);
  }

  @Override
  public Doc visitCedarClause(WritParser.CedarClauseContext node) {
    throw refused(node);
  }

  @Override
  public Doc visitCedarPart(WritParser.CedarPartContext node) {
    throw refused(node);
  }

  /** Whether a blank line stands between two items: where one stood, and around what is long. */
  private boolean isApart(ItemContext before, ItemContext item) {
    return words().isAfterBlankLine(item)
        || isDeclaration(before) != isDeclaration(item)
        || isLong(before)
        || isLong(item);
  }

  private static boolean isDeclaration(ItemContext item) {
    return item instanceof WritParser.DeclarationItemContext;
  }

  private static boolean isLong(ItemContext item) {
    return item instanceof WritParser.DeclarationItemContext declared
        && declared.declaration().getChild(0) instanceof ParserRuleContext kind
        && LONG.contains(kind.getRuleIndex());
  }

  private static IllegalStateException refused(ParserRuleContext node) {
    return new IllegalStateException("the parser refuses this: " + node.getText());
  }
}
