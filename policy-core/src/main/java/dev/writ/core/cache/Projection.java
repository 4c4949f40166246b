package dev.writ.core.cache;

import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the requests of one action on one type of resource is read, under one program: makes
 * their keys.
 *
 * <p>Immutable, thread-safe. Equal only to itself, so that the keys of one program are never those
 * of another. Principal, chain, resource and session are always a part of the key.
 */
public final class Projection {
  private static final int FIXED = 4;
  private static final int FIXED_BYTES = 96;

  private final List<String> args;
  private final List<String> facts;
  private final List<String> sources;

  /**
   * @param args the arguments that are read
   * @param facts the facts that are read
   * @param sources the arguments of which is read where they came from
   */
  public Projection(Collection<String> args, Collection<String> facts, Collection<String> sources) {
    this.args = List.copyOf(args);
    this.facts = List.copyOf(facts);
    this.sources = List.copyOf(sources);
  }

  /** The key of a request that is held against the schema of the program. */
  public VerdictKey key(BoundRequest request) {
    @Nullable Object[] parts = new Object[FIXED + args.size() + facts.size() + 2 * sources.size()];
    parts[0] = request.principal();
    parts[1] = request.resource();
    parts[2] = request.chain();
    parts[3] = request.session();
    int bytes = FIXED_BYTES + Weights.of(request.principal()) + Weights.of(request.resource());
    for (EntityId member : request.chain()) {
      bytes += Weights.of(member);
    }
    bytes += Weights.of(request.session());
    int at = FIXED;
    for (String arg : args) {
      parts[at] = Exact.of(request.args().get(arg));
      bytes = Weights.sum(bytes, Weights.of(parts[at++]));
    }
    for (String fact : facts) {
      parts[at] = Exact.of(request.facts().get(fact));
      bytes = Weights.sum(bytes, Weights.of(parts[at++]));
    }
    for (String arg : sources) {
      parts[at++] = request.sources().getOrDefault(arg, Source.UNKNOWN);
      parts[at] = elements(request, arg);
      bytes = Weights.sum(bytes, Weights.of(parts[at++]));
    }
    return new VerdictKey(this, parts, bytes);
  }

  /** Where the elements of an argument came from, in their order. */
  private static List<Object> elements(BoundRequest request, String arg) {
    List<Object> told = new ArrayList<>();
    request
        .elementSources()
        .getOrDefault(arg, Map.of())
        .forEach(
            (element, source) -> {
              told.add(element);
              told.add(source);
            });
    return told;
  }
}
