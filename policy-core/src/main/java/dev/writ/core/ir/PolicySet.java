package dev.writ.core.ir;

import dev.writ.core.model.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A compiled policy set: everything an evaluator knows.
 *
 * <p>Immutable, thread-safe. Declarations are sorted by id, so that two sets compiled from the same
 * rules in any order of files and rules are equal and have the same hash ({@link PolicySetHash}).
 * What is equal in rules is kept once.
 *
 * @param name the name of the manifest, or empty
 * @param schema what is declared
 * @param modules the modules, by name
 * @param rules permits and forbids, by id
 * @param scopes by id
 * @param approvals approvals and confirmations, by id
 * @param grants by id
 * @param suspends by module and types
 * @param labels by id and module
 * @param limits by id
 * @param invariants by id
 * @param tools the bindings of tools, by tool and server
 * @param zones the zones that conditions name, by name
 */
public record PolicySet(
    String name,
    Schema schema,
    List<Module> modules,
    List<Rule> rules,
    List<Scope> scopes,
    List<Approval> approvals,
    List<GrantTemplate> grants,
    List<Suspend> suspends,
    List<Label> labels,
    List<Limit> limits,
    List<Invariant> invariants,
    List<ToolBinding> tools,
    List<ZoneTable> zones) {
  public PolicySet {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    modules = sorted(modules, Module::name);
    rules = new Sharing().rules(sorted(rules, Rule::id));
    scopes = sorted(scopes, Scope::id);
    approvals = sorted(approvals, Approval::id);
    grants = sorted(grants, GrantTemplate::id);
    suspends = sorted(suspends, suspend -> suspend.module() + " " + suspend);
    labels = sorted(labels, label -> label.id() + " " + label.module() + " " + label.cases());
    limits = sorted(limits, Limit::id);
    invariants = sorted(invariants, Invariant::id);
    tools =
        tools.stream()
            .sorted(
                Comparator.comparing(ToolBinding::tool)
                    .thenComparing(tool -> tool.server() == null ? "" : tool.server())
                    .thenComparing(ToolBinding::toString))
            .toList();
    zones = sorted(zones, ZoneTable::zone);
  }

  private static <T> List<T> sorted(List<T> list, Function<T, String> id) {
    return list.stream().sorted(Comparator.comparing(id)).toList();
  }
}
