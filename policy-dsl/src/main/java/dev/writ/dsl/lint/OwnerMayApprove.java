package dev.writ.dsl.lint;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds approvals that the owner of an agent may give to the agent: an attribute of its type leads
 * to people who may vote, and is not excluded. An attribute counts as excluded where an exclusion,
 * or each clause that its people could fill, reads it.
 */
final class OwnerMayApprove implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.OWNER_MAY_APPROVE;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Linted<Approval, ApprovalDecl> approval : set.approvals()) {
      for (Approval.ApprovalCase each : approval.meaning().cases()) {
        Set<String> agents = new TreeSet<>();
        each.slots().stream().map(Slot::principalType).forEach(agents::add);
        for (String agent : agents) {
          owners(each, agent, set.schema())
              .forEach(field -> found.accept(warning(approval.text(), agent, field)));
        }
      }
    }
  }

  private static Set<String> owners(Approval.ApprovalCase asked, String agent, Schema schema) {
    Set<String> owners = new TreeSet<>();
    EntityTypeDef type = schema.entityType(agent);
    if (type == null || type.human()) {
      return owners;
    }
    for (Type.Field field : type.attributes().fields()) {
      Set<String> people = new TreeSet<>(entities(field.type()));
      people.removeIf(each -> !isHuman(schema.entityType(each)));
      boolean excluded =
          asked.exclusions().stream().anyMatch(each -> reads(each.who(), field.name()));
      if (!excluded && asked.quorum().clauses().stream().anyMatch(at -> open(at, people, field))) {
        owners.add(field.name());
      }
    }
    return owners;
  }

  private static boolean isHuman(@Nullable EntityTypeDef type) {
    return type != null && type.human();
  }

  private static Set<String> entities(Type type) {
    if (type instanceof Type.SetType set) {
      return entities(set.element());
    }
    return type instanceof Type.EntityType entity ? entity.types() : Set.of();
  }

  private static boolean open(Quorum.Clause clause, Set<String> people, Type.Field owner) {
    return clause.types().stream().anyMatch(people::contains)
        && (clause.when() == null || !reads(clause.when(), owner.name()));
  }

  private static boolean reads(Expr expr, String attribute) {
    return ExprChildren.anyMatch(
        expr,
        each ->
            each instanceof Expr.Member member
                && member.name().equals(attribute)
                && member.of().equals(new Expr.Var(Expr.Root.PRINCIPAL)));
  }

  private static Diagnostic warning(Written<ApprovalDecl> approval, String agent, String field) {
    return approval
        .warning(
            CODE,
            "`"
                + field
                + "` of "
                + Phrases.quote(agent)
                + " may approve what that "
                + Phrases.quote(agent)
                + " asks for")
        .withHelp("add `excluding principal." + field + ";`" + Phrases.orAllow(CODE));
  }
}
