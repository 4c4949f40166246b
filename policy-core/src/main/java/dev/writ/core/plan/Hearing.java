package dev.writ.core.plan;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What a declared approval or confirmation asks in the matter of one request, or of one grant.
 *
 * @param approval the declaration
 * @param code its case for the matter
 * @param reader reads the matter, of which a grant's holder is the principal, its origin the chain
 */
record Hearing(ApprovalCode approval, HearingCode code, Reader reader) {

  /** Whether the matter is inside guard and head; only {@link Truth#TRUE} is. */
  Truth inHead() {
    return reader.truth(code.head());
  }

  /** The count of the votes of a record about this matter. */
  Count count(ApprovalRecord record, Schema schema, AuthoritySnapshot state, long now) {
    Reader asked = reader.askedBy(record.requester());
    Persons persons = new Persons(schema, state, asked);
    return new Count(
        electors(record.requester(), asked, persons),
        persons,
        record.votes(),
        record.digest(),
        record.openedMillis(),
        Opened.closes(approval.declared(), record),
        now);
  }

  private Electors electors(EntityId requester, Reader asked, Persons persons) {
    if (approval.declared().kind() == Kind.CONFIRMATION) {
      return new ConsentElectors(persons, asked.view);
    }
    List<EntityId> always = new ArrayList<>(asked.view.request.members());
    always.add(requester);
    Excluded excluded = new Excluded(asked, persons, always, code.exclusions());
    return new QuorumElectors(code, persons, excluded, asked);
  }
}
