package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * What was opened for the very request, by declaration. Worked out when it is first asked for, and
 * kept for the trials of one decision: what is supposed of the state does not change it.
 * Thread-safe.
 */
final class OwnApprovals {
  private final World world;
  private final Asked asked;
  private final Map<Name, Opened> opened = new ConcurrentHashMap<>();

  OwnApprovals(World world, Asked asked) {
    this.world = world;
    this.asked = asked;
  }

  private record Name(Kind kind, String id) {}

  /**
   * What was opened under one declaration.
   *
   * @param standings how it stands, whatever became of it
   * @param errors what could not be evaluated
   * @param nextChange the earliest instant after now at which time alone changes something
   */
  record Opened(List<Standing> standings, List<EvaluationError> errors, OptionalLong nextChange) {
    Opened {
      standings = List.copyOf(standings);
      errors = List.copyOf(errors);
    }
  }

  /** What was opened under this declaration; nothing where there is none of this kind. */
  Opened of(Kind kind, String id) {
    return opened.computeIfAbsent(new Name(kind, id), this::open);
  }

  private Opened open(Name name) {
    Judge judge = new Judge(world, Trace.NONE);
    Approvals approvals = new Approvals(judge);
    Approval declared = approvals.declared(name.id(), name.kind());
    List<Standing> standings = declared == null ? List.of() : approvals.ofRequest(declared, asked);
    LongStream changes =
        standings.stream()
            .flatMapToLong(standing -> standing.nextChange(world.nowMillis()).stream());
    return new Opened(
        standings, judge.errors(), LongStream.concat(changes, judge.nextChange().stream()).min());
  }
}
