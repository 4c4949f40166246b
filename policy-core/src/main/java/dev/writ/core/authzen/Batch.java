package dev.writ.core.authzen;

import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the evaluations of a call, in order, as far as the semantic goes. An item that is no
 * evaluation is a denial of its own and does not spoil the others.
 */
final class Batch {

  private final DecisionPoint point;
  private final BatchSemantic semantic;
  private final DecisionContext contexts;
  private final List<Json> answers = new ArrayList<>();
  private final List<Request> waiting = new ArrayList<>();
  private final List<List<String>> dropped = new ArrayList<>();
  private boolean stopped;

  Batch(DecisionPoint point, BatchSemantic semantic, DecisionContext contexts) {
    this.point = point;
    this.semantic = semantic;
    this.contexts = contexts;
  }

  /** The next item is this request. */
  void add(Request request, List<String> droppedFromIt) {
    waiting.add(request);
    dropped.add(droppedFromIt);
  }

  /** The next item is no evaluation. */
  void add(CallException fault) {
    decideWaiting();
    if (!stopped) {
      answers.add(Json.object().put("decision", false).put("context", fault.toJson()).build());
      stopped = semantic.stopsAfter(false);
    }
  }

  /** The answers. */
  List<Json> answers() {
    decideWaiting();
    return List.copyOf(answers);
  }

  private void decideWaiting() {
    if (!stopped && !waiting.isEmpty()) {
      List<Decision> decisions = point.decide(List.copyOf(waiting), semantic);
      for (int i = 0; i < decisions.size(); i++) {
        answers.add(contexts.answer(decisions.get(i), dropped.get(i)));
      }
      stopped = decisions.size() < waiting.size() || endsIt(decisions);
    }
    waiting.clear();
    dropped.clear();
  }

  private boolean endsIt(List<Decision> decisions) {
    return semantic.stopsAfter(decisions.get(decisions.size() - 1).permitted());
  }
}
