package dev.writ.core.reference;

import dev.writ.core.authority.Claim;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Subject;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Schema;
import org.jspecify.annotations.Nullable;

/** The digests of what is approved, confirmed or reviewed. */
final class Subjects {

  private Subjects() {}

  /** The digest of a request; null where it has no resource or its action is not declared. */
  static @Nullable String ofRequest(Schema schema, Approval declared, Asked asked) {
    ActionDef action = schema.action(asked.action());
    Claim claim = Matter.claim(asked);
    return action == null || claim == null
        ? null
        : Subject.ofRequest(declared.id(), action, claim, declared.ignores());
  }

  /** The digest of a grant. */
  static String ofGrant(Approval declared, GrantRecord grant) {
    return Subject.ofGrant(declared.id(), grant);
  }

  /** The digest of an emergency grant under review. */
  static String ofReview(GrantRecord grant) {
    return Subject.ofGrant(grant.template(), grant);
  }
}
