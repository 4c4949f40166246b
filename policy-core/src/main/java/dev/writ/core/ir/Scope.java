package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ceiling over principals: each scope that applies to a member must have a clause that lets the
 * request through. It permits nothing.
 *
 * @param id the qualified name
 * @param module the module that declares it
 * @param subjects to whom it applies: any of these
 * @param guard the entity under which the resource must lie for the scope to apply, or null
 * @param onlyAsDelegate whether a member it applies to must have a delegator
 * @param clauses the alternatives
 * @param annotations notes
 */
public record Scope(
    String id,
    String module,
    List<EntityPattern> subjects,
    @Nullable EntityId guard,
    boolean onlyAsDelegate,
    List<MayClause> clauses,
    List<Annotation> annotations) {
  public Scope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    subjects = List.copyOf(subjects);
    clauses = List.copyOf(clauses);
    annotations = List.copyOf(annotations);
  }

  /**
   * A {@code may} or {@code may as delegate}.
   *
   * @param asDelegate whether it is false for a member without a delegator, and lets the
   *     delegator's permit stand in
   * @param cases what it says, by slot; the obligations of a case are empty
   */
  public record MayClause(boolean asDelegate, List<Case> cases) {
    public MayClause {
      cases = List.copyOf(cases);
    }
  }
}
