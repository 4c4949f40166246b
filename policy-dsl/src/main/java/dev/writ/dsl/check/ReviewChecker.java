package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Requesters;
import dev.writ.dsl.ast.Review;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the review of an emergency grant.
 *
 * <p>A review looks at the grant and not at one request: its clauses may read the holder as {@code
 * principal}, the {@code origin}, the {@code requester}, and the {@code resource} where the grant
 * is bound to it.
 */
final class ReviewChecker {
  private final SetContext context;
  private final Declared<GrantDecl> declared;
  private final @Nullable SpannedHead head;

  ReviewChecker(SetContext context, Declared<GrantDecl> declared, @Nullable SpannedHead head) {
    this.context = context;
    this.declared = declared;
    this.head = head;
  }

  CheckedGrant.@Nullable Review check(Review review, CheckedGrant.@Nullable Binding binding) {
    Problems problems = context.problems(declared.scope());
    Bounds.positive(review.within(), problems);
    if (review.quorum() == null) {
      problems.error(
          DiagnosticCode.MISSING_CLAUSE,
          review.span(),
          "the review does not say who reviews",
          "add a clause such as `1 of User in Team::\"security\";`");
      return null;
    }
    SlotExpressions words =
        SlotExpressions.outside(
            declared.scope(), words(binding), context.limits(), context.diagnostics());
    return new CheckedGrant.Review(
        review.within().millis(),
        new QuorumChecker(context, words).check(review.quorum()),
        new ExclusionChecker(context.schema(), words).check(review.exclusions()));
  }

  private TypeContext words(CheckedGrant.@Nullable Binding binding) {
    Map<ContextRoot, Type> roots = new EnumMap<>(ContextRoot.class);
    SortedSet<String> holders = holders();
    put(roots, ContextRoot.PRINCIPAL, holders);
    put(roots, ContextRoot.ORIGIN, origins(holders));
    put(roots, ContextRoot.REQUESTER, requesters(holders));
    if (head != null && binding != null && binding.resource()) {
      put(roots, ContextRoot.RESOURCE, head.resourceTypes());
    }
    FileScope scope = declared.scope();
    return TypeContext.empty(
            scope.source(), new SlotNames(context, null, null).in(scope), context.schema())
        .withRoots(roots);
  }

  private static void put(Map<ContextRoot, Type> roots, ContextRoot root, SortedSet<String> types) {
    if (!types.isEmpty()) {
      roots.put(root, Type.EntityType.of(types));
    }
  }

  private SortedSet<String> holders() {
    if (head != null) {
      return head.principalTypes();
    }
    SortedSet<String> all = new TreeSet<>();
    context.schema().actions().values().forEach(action -> all.addAll(action.principalTypes()));
    return all.isEmpty() ? new TreeSet<>(context.schema().entityTypes().keySet()) : all;
  }

  private SortedSet<String> origins(SortedSet<String> holders) {
    SortedSet<String> origins = new TreeSet<>(holders);
    if (head != null) {
      for (HeadSlot slot : head.slots()) {
        ActionDef action = context.action(slot);
        origins.addAll(action.principalTypes());
      }
    }
    return origins;
  }

  private SortedSet<String> requesters(SortedSet<String> holders) {
    SortedSet<String> types = new TreeSet<>(holders);
    Requesters written = declared.declaration().requesters();
    if (written != null) {
      new PatternResolver(context, declared.scope())
          .resolve(written.types())
          .forEach(pattern -> types.add(pattern.type()));
    }
    return types;
  }
}
