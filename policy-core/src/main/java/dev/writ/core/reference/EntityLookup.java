package dev.writ.core.reference;

import dev.writ.core.model.EntityId;

/** What is stored of entities, as a decision reads it: all of it from one version of the store. */
interface EntityLookup {

  /**
   * The attributes, as a record; an error where the store does not know the entity or it breaks the
   * schema.
   */
  Result attributes(EntityId entity, Faults faults);

  /**
   * The entities that this one is in, directly or not, itself not among them, as a set; an error
   * where it or one of them is unknown or broken, or lies on a cycle.
   */
  Result ancestors(EntityId entity, Faults faults);
}
