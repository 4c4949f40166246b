package dev.writ.dsl.check;

import dev.writ.dsl.ast.BindField;
import dev.writ.dsl.ast.BindItem;
import dev.writ.dsl.ast.BindItemVisitor;
import dev.writ.dsl.ast.BindResource;
import dev.writ.dsl.ast.BindWithin;
import dev.writ.dsl.ast.BindsAll;
import dev.writ.dsl.ast.BindsList;
import dev.writ.dsl.ast.BindsVisitor;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a grant is bound to; for an item, whether it is a good one. */
final class BindingReader
    implements BindsVisitor<Optional<CheckedGrant.Binding>>, BindItemVisitor<Boolean> {
  private final SetContext context;
  private final SpannedHead head;
  private final Problems problems;
  private final Set<String> known;
  private final SortedSet<String> fields = new TreeSet<>();
  private boolean resource;
  private @Nullable String within;

  BindingReader(SetContext context, SpannedHead head, Problems problems) {
    this.context = context;
    this.head = head;
    this.problems = problems;
    this.known = RequestFields.of(head, context);
  }

  @Override
  public Optional<CheckedGrant.Binding> visitAll(BindsAll node) {
    return Optional.of(new CheckedGrant.Binding(true, true, null, new TreeSet<>(known)));
  }

  @Override
  public Optional<CheckedGrant.Binding> visitList(BindsList node) {
    for (BindItem item : node.items()) {
      item.accept(this);
    }
    if (!resource && within == null) {
      problems.error(
          DiagnosticCode.UNBOUND_RESOURCE,
          node.span(),
          "the grant is not bound to a resource",
          "add `resource`, or `within` and the type of what holds it");
      return Optional.empty();
    }
    return Optional.of(new CheckedGrant.Binding(false, resource, within, fields));
  }

  @Override
  public Boolean visitResource(BindResource node) {
    boolean fresh = isFresh(!resource, node.span(), "resource");
    resource = true;
    return fresh;
  }

  @Override
  public Boolean visitWithin(BindWithin node) {
    boolean fresh = isFresh(within == null, node.span(), "within");
    Declared<EntityDecl> type =
        context
            .names()
            .resolve(node.type(), head.scope(), DeclarationKind.ENTITY, EntityDecl.class);
    if (type == null) {
      return false;
    }
    within = type.id();
    TypeHierarchy hierarchy = new TypeHierarchy(context.schema());
    boolean possible =
        head.resourceTypes().stream().allMatch(held -> hierarchy.canBeIn(held, type.id()));
    if (!possible) {
      problems.error(
          DiagnosticCode.NEVER_A_MEMBER,
          node.span(),
          "not every resource of this grant can be in `" + node.type().text() + "`",
          null);
    }
    return fresh && possible;
  }

  @Override
  public Boolean visitField(BindField node) {
    return RequestFields.check(node.path(), known, problems)
        && isFresh(fields.add(node.path().text()), node.span(), node.path().text());
  }

  private boolean isFresh(boolean fresh, Span span, String item) {
    if (!fresh) {
      problems.error(DiagnosticCode.REPEATED_ITEM, span, "`" + item + "` stands twice");
    }
    return fresh;
  }
}
