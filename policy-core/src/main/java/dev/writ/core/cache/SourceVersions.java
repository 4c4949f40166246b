package dev.writ.core.cache;

import dev.writ.core.model.EntityId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells versions of what a source of entities would load. */
@FunctionalInterface
public interface SourceVersions {

  /** No source. */
  SourceVersions NONE = ids -> null;

  /** What stands for what the source would tell of these ids now; null where that is not known. */
  @Nullable Object version(Set<EntityId> ids) throws Exception;
}
