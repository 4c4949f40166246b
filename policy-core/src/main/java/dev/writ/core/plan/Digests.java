package dev.writ.core.plan;

import dev.writ.core.authority.Subject;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.BoundRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * The digests of one request as the subject of approvals, kept once they were worked out: a race
 * works one out twice. Thread-safe.
 */
final class Digests {
  private final BoundRequest request;
  private volatile Map<String, String> known = Map.of();

  Digests(BoundRequest request) {
    this.request = request;
  }

  /** What is approved by this approval. */
  String of(Approval declared) {
    String digest = known.get(declared.id());
    return digest == null ? keep(declared) : digest;
  }

  private String keep(Approval declared) {
    String digest = Subject.ofRequest(declared.id(), request, declared.ignores());
    Map<String, String> more = new HashMap<>(known);
    more.put(declared.id(), digest);
    known = more;
    return digest;
  }
}
