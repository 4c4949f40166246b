package dev.writ.dsl.check;

import dev.writ.core.model.Schema;
import java.util.Map;

/**
 * Takes what was checked without an error, one declaration after another, so that nobody has to
 * hold all of them: first the schema and the modules, then declarations by id.
 */
public interface CheckedSink {

  /** Takes the schema, which may lack what has errors. */
  void schema(String name, Schema schema, Map<String, CheckedModule> modules);

  /** Takes a permit or forbid. */
  void rule(CheckedRule rule);

  /** Takes a scope. */
  void scope(CheckedScope scope);

  /** Takes an approval or confirmation. */
  void approval(CheckedApproval approval);

  /** Takes a grant template. */
  void grant(CheckedGrant grant);

  /** Takes a suspend declaration. */
  void suspend(CheckedSuspend suspend);

  /** Takes a label. */
  void label(CheckedLabel label);

  /** Takes a limit. */
  void limit(CheckedLimit limit);

  /** Takes an invariant. */
  void invariant(CheckedInvariant invariant);

  /** Takes the binding of a tool. */
  void tool(CheckedTool tool);

  /** Takes a test. */
  void test(CheckedTest test);
}
