package dev.writ.core.slice;

import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import java.util.ArrayList;
import java.util.List;

/** A slice while it is collected. */
final class SliceBuilder {
  final Slot slot;
  final List<Rule> rules = new ArrayList<>();
  final List<ScopePassage> scopes = new ArrayList<>();
  final List<LimitPassage> limits = new ArrayList<>();
  final List<Passage<Label>> labels = new ArrayList<>();
  final List<Passage<GrantTemplate>> grants = new ArrayList<>();

  SliceBuilder(Slot slot) {
    this.slot = slot;
  }

  Slice build() {
    return new Slice(slot, new RulePassages(slot, rules), scopes, limits, labels, grants);
  }
}
