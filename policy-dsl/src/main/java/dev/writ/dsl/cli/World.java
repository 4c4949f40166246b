package dev.writ.dsl.cli;

import dev.writ.core.authority.AuthorityJson;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.engine.PolicyLoadException;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityProblem;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.Schema;
import dev.writ.dsl.report.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What requests are decided in.
 *
 * @param policies the policy set
 * @param entities the entities as they were told
 * @param store the same, held against the schema
 * @param authority the state of authority
 * @param clock tells the instant
 */
record World(
    PolicySet policies,
    Entities entities,
    EntityStore store,
    AuthoritySnapshot authority,
    InstantSource clock) {
  private static final int SHOWN = 10;

  /**
   * Reads the files that the options name, and warns of entities that break the schema.
   *
   * @throws InputException if a file cannot be read or is not what it should be
   */
  static World load(PolicySet policies, WorldOptions options, Shell shell) {
    Entities entities = entities(options.entities());
    EntityStore store = EntityStore.bind(policies.schema(), entities, DataLimits.DEFAULT, null);
    warn(problems(store), shell.err());
    Path authority = options.authority();
    return new World(
        policies,
        entities,
        store,
        authority == null ? AuthoritySnapshot.EMPTY : authority(authority, policies.schema()),
        options.clock(shell.clock()));
  }

  /**
   * An engine that decides by a set in this world, and leaves all obligations to its caller.
   *
   * @param set that of this world, or one of the same schema
   * @throws InputException if the set cannot run
   */
  PolicyEngine engine(PolicySet set) {
    try {
      return PolicyEngine.builder(set)
          .entities(entities)
          .authority(authority)
          .clock(clock)
          .callerSupports(set.schema().obligations().keySet().toArray(String[]::new))
          .build();
    } catch (PolicyLoadException e) {
      throw new InputException(String.join("; ", e.problems()), null);
    }
  }

  private static Entities entities(@Nullable Path file) {
    if (file == null) {
      return Entities.NONE;
    }
    try (InputStream in = InputFile.open(file)) {
      return Entities.readJson(in);
    } catch (JsonException e) {
      throw InputFile.notJson(file, e);
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private static AuthoritySnapshot authority(Path file, Schema schema) {
    try {
      return AuthorityJson.read(InputFile.json(file), schema);
    } catch (InvalidValueException e) {
      throw new InputException("`" + file + "`: " + e.getMessage(), null);
    }
  }

  /** What the store cannot vouch for: broken entities, unknown parents, cycles; each once. */
  private static Set<String> problems(EntityStore store) {
    Set<String> problems = new LinkedHashSet<>();
    store.problems().forEach(problem -> problems.add(text(problem)));
    for (EntityId id : new TreeSet<>(store.ids())) {
      if (store.ancestors(id) instanceof EntityAnswer.Failed<Set<EntityId>> failed) {
        problems.add(text(failed.problem()));
      }
    }
    return problems;
  }

  private static String text(EntityProblem problem) {
    return "`" + Visible.of(problem.entity().toString()) + "`: " + Visible.of(problem.detail());
  }

  private static void warn(Set<String> problems, Output err) {
    String warning = err.paint(Ink.WARN, "warning") + ": ";
    problems.stream().limit(SHOWN).forEach(problem -> err.line(warning + problem));
    if (problems.size() > SHOWN) {
      err.line(warning + "and " + Words.count(problems.size() - SHOWN, "more such problem"));
    }
  }
}
