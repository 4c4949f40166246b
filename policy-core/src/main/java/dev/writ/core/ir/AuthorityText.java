package dev.writ.core.ir;

import java.util.List;

/** Approvals, confirmations, grants and suspends as text. */
record AuthorityText(Lines lines) {

  void approval(Approval approval) {
    String word = approval.kind() == Approval.Kind.APPROVAL ? "approval " : "confirmation ";
    lines.block(
        word + approval.id(),
        () -> {
          lines.annotations(approval.annotations());
          approval.cases().forEach(this::approvalCase);
          if (!approval.ignores().isEmpty()) {
            lines.line("ignores " + String.join(", ", approval.ignores()));
          }
          lines.line("decide within " + ValueText.duration(approval.decideWithinMillis()));
          lines.line("valid for " + ValueText.duration(approval.validForMillis()));
          lines.line("uses at most " + approval.uses());
          if (approval.votesWithReason()) {
            lines.line("votes with reason");
          }
          if (approval.openForEachPrincipal() > 0) {
            lines.line("at most " + approval.openForEachPrincipal() + " open for each principal");
          }
        });
  }

  private void approvalCase(Approval.ApprovalCase each) {
    lines.block(
        SlotText.of(each.slots()),
        () -> {
          lines.condition("when", each.condition(), Expr.yes());
          quorum(each.quorum());
          each.exclusions().forEach(this::exclusion);
        });
  }

  private void quorum(Quorum quorum) {
    if (!quorum.clauses().isEmpty()) {
      lines.block(quorum.all() ? "all of" : "any of", () -> quorum.clauses().forEach(this::clause));
    }
  }

  private void clause(Quorum.Clause clause) {
    lines.line(text(clause));
  }

  /** One clause, on one line. */
  static String text(Quorum.Clause clause) {
    StringBuilder out = new StringBuilder();
    if (clause.forEach() != null) {
      out.append("for each ")
          .append(ExprText.name(clause.forEach().local()))
          .append(" in ")
          .append(ExprText.of(clause.forEach().set()))
          .append(": ");
    }
    out.append(clause.count()).append(" of ").append(String.join(" | ", clause.types()));
    if (clause.membership() != null) {
      out.append(clause.membership().in() ? " in " : " not in ")
          .append(String.join(", ", texts(clause.membership().groups())));
    }
    if (clause.when() != null) {
      out.append(" when ").append(ExprText.of(clause.when()));
    }
    if (clause.vetoAt() > 0) {
      out.append(" veto at ").append(clause.vetoAt());
    }
    return out.toString();
  }

  private void exclusion(Approval.Exclusion exclusion) {
    String condition =
        exclusion.condition().equals(Expr.yes()) ? "" : " if " + ExprText.of(exclusion.condition());
    lines.line(
        "excluding "
            + (exclusion.members() ? "in " : "")
            + ExprText.of(exclusion.who())
            + condition);
  }

  private static List<String> texts(List<Expr> exprs) {
    return exprs.stream().map(ExprText::of).toList();
  }

  void grant(GrantTemplate grant) {
    lines.block(
        (grant.emergency() ? "emergency grant " : "grant ") + grant.id(),
        () -> {
          lines.annotations(grant.annotations());
          if (!grant.cases().isEmpty()) {
            lines.block("permits", () -> grant.cases().forEach(new RuleText(lines)::ruleCase));
          }
          actors("requested by", grant.requestedBy());
          if (grant.requestNeedsReason()) {
            lines.line("requested with reason");
          }
          actors("revocable by", grant.revocableBy());
          grant.needs().forEach(need -> lines.line("needs " + need));
          if (grant.binds() != null) {
            lines.line("binds " + binds(grant.binds()));
          }
          lines.line("lasts at most " + ValueText.duration(grant.lastsMillis()));
          if (grant.uses() > 0) {
            lines.line("uses at most " + grant.uses());
          }
          if (grant.review() != null) {
            review(grant.review());
          }
        });
  }

  private void review(GrantTemplate.Review review) {
    lines.block(
        "review within " + ValueText.duration(review.withinMillis()),
        () -> {
          quorum(review.quorum());
          review.exclusions().forEach(this::exclusion);
        });
  }

  private static String binds(GrantTemplate.Binding binding) {
    List<String> parts = new java.util.ArrayList<>();
    if (binding.all()) {
      parts.add("all");
    }
    if (binding.resource()) {
      parts.add("resource");
    }
    if (binding.within() != null) {
      parts.add("within " + binding.within());
    }
    parts.addAll(binding.fields());
    return String.join(", ", parts);
  }

  void suspend(Suspend suspend) {
    lines.block(
        "suspend " + String.join(", ", suspend.types()),
        () -> {
          actors("by", suspend.by());
          actors("lifted by", suspend.liftedBy());
        });
  }

  private void actors(String word, List<Actor> actors) {
    actors.forEach(actor -> lines.line(word + " " + PatternText.of(actor)));
  }
}
