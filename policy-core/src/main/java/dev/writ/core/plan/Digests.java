package dev.writ.core.plan;

import dev.writ.core.authority.Subject;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.BoundRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The digests of one request as the subject of approvals, each worked out once. Thread-safe. */
final class Digests {
  private final BoundRequest request;
  private final Map<String, String> known = new ConcurrentHashMap<>(4);

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
    known.put(declared.id(), digest);
    return digest;
  }
}
