package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The grants of the members of a request that may count for it, as far as can be told without
 * reading conditions, entities and votes. Of a holder of many those are looked up that are of a
 * template which permits such a request, and bound to its resource.
 */
final class Candidates {
  /** Up to how many grants of a holder are looked at one by one. */
  private static final int FEW = 8;

  private static final Comparator<GrantRecord> BY_ID = Comparator.comparing(GrantRecord::id);

  private final AuthorityCode code;
  private final AuthoritySnapshot state;

  Candidates(AuthorityCode code, AuthoritySnapshot state) {
    this.code = code;
    this.state = state;
  }

  /** Those of the member whose view this is, by id. */
  List<GrantRecord> of(Known known) {
    List<GrantRecord> all = state.grantsOf(known.view.principal);
    if (all.isEmpty()) {
      return all;
    }
    List<GrantRecord> found = new ArrayList<>(2);
    if (all.size() <= FEW) {
      add(all, known.view, found);
    } else {
      find(known, found);
    }
    return found;
  }

  private void find(Known known, List<GrantRecord> found) {
    View view = known.view;
    EntityId holder = view.principal;
    for (GrantCode template : code.permitting(known.program.slice().slot())) {
      add(state.grantsOf(holder, template.id(), view.resource), view, found);
      if (!template.bindsResource()) {
        add(state.grantsOf(holder, template.id(), null), view, found);
      }
    }
    for (GrantCode template : code.permittingNothing()) {
      add(state.grantsOf(holder, template.id()), view, found);
    }
    found.sort(BY_ID);
  }

  private void add(List<GrantRecord> grants, View view, List<GrantRecord> found) {
    for (int i = 0; i < grants.size(); i++) {
      GrantRecord grant = grants.get(i);
      GrantCode template = code.grant(grant.template());
      if (template != null && template.isFor(grant, view)) {
        found.add(grant);
      }
    }
  }
}
