package dev.writ.core.authzen;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the enforcement point vouches for beside the JSON of a call: it read it from a verified
 * token, or knows it. The JSON has no place for any of this, so that nobody who writes JSON can
 * claim a delegator, a session or a trusted source.
 *
 * @param chain for whom the subject acts, nearest first
 * @param session the id of the session, or null
 * @param sources where arguments came from, as far as it is known
 */
public record Vouched(List<EntityId> chain, @Nullable String session, Map<String, Source> sources) {

  /** Nothing: the subject acts for itself, without a session. */
  public static final Vouched NOTHING = new Vouched(List.of(), null, Map.of());

  public Vouched {
    chain = List.copyOf(chain);
    sources = Map.copyOf(sources);
  }

  /** This, for others. */
  public Vouched onBehalfOf(EntityId... members) {
    return new Vouched(List.of(members), session, sources);
  }

  /** This, within a session. */
  public Vouched session(String id) {
    return new Vouched(chain, id, sources);
  }

  /** This, with where an argument came from. */
  public Vouched source(String arg, Source source) {
    Map<String, Source> more = new LinkedHashMap<>(sources);
    more.put(arg, source);
    return new Vouched(chain, session, more);
  }

  Request applyTo(Request request) {
    Request vouched = chain.isEmpty() ? request : request.onBehalfOf(chain);
    for (Map.Entry<String, Source> source : sources.entrySet()) {
      // told for arguments that this very call has; in a batch others may lack them
      if (request.args().containsKey(source.getKey())) {
        vouched = vouched.source(source.getKey(), source.getValue());
      }
    }
    return session == null ? vouched : vouched.session(session);
  }
}
