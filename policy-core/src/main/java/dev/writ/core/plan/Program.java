package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.slice.Slice;
import dev.writ.core.slice.Slices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy set made ready to decide.
 *
 * <p>Immutable, thread-safe. Nothing that is in a bound request, an entity, the state or the clock
 * makes it throw; null arguments do, and requests bound to another schema.
 */
public final class Program {
  private final String hash;
  private final Map<Slot, SliceProgram> slices = new HashMap<>();
  private final AuthorityCode authority;
  private final Admission admission;

  private Program(PolicySet policies, String hash, int mostByMask) {
    this.hash = hash;
    Map<String, ZoneTable> zones = new HashMap<>();
    policies.zones().forEach(zone -> zones.putIfAbsent(zone.zone(), zone));
    for (Slice slice : Slices.of(policies).all()) {
      slices.put(slice.slot(), SliceCompiler.compile(policies, slice, zones, mostByMask));
    }
    authority = new AuthorityCode(policies, zones);
    admission = new Admission(policies.schema(), new SessionNeeds(policies), hash);
  }

  /**
   * The program of a policy set.
   *
   * @param hash the hash of the set, which every verdict carries
   */
  public static Program of(PolicySet policies, String hash) {
    return of(policies, hash, MaskIndex.MOST);
  }

  /**
   * The program of a policy set.
   *
   * @param mostByMask up to how many rules a slice is searched by masks, at most 64
   */
  public static Program of(PolicySet policies, String hash, int mostByMask) {
    return new Program(policies, hash, Math.min(mostByMask, MaskIndex.MOST));
  }

  /**
   * A request made ready.
   *
   * @param request bound to the schema of this policy set
   * @throws IllegalArgumentException if it is bound to another, which declares what this does not
   */
  public Question question(BoundRequest request) {
    List<EntityId> members = request.members();
    View[] views = new View[members.size()];
    SliceProgram[] programs = new SliceProgram[members.size()];
    for (int i = 0; i < views.length; i++) {
      views[i] = new View(request, members, i);
      programs[i] = program(slot(request, members.get(i)));
    }
    return new Question(request, members, views, programs, new Unopened(authority, views[0]));
  }

  private static Slot slot(BoundRequest request, EntityId member) {
    return new Slot(request.action().name(), member.type(), request.resource().type());
  }

  private SliceProgram program(Slot slot) {
    SliceProgram program = slices.get(slot);
    if (program == null) {
      throw new IllegalArgumentException("the request is bound to another schema: " + slot);
    }
    return program;
  }

  /** Decides. */
  public Answer decide(Question question, Surroundings surroundings) {
    AuthoritySnapshot state = surroundings.authority();
    String id = question.request.session();
    SessionRecord session = id == null ? null : state.session(id);
    Verdict refusal = admission.refuse(question, session, surroundings);
    if (refusal != null) {
      return new Answer.Decided(refusal, false, false);
    }
    return isHeld(question, state)
        ? new HeldDecision(authority, question, state, session, surroundings.nowMillis(), hash)
            .answer()
        : decide(question, surroundings, session);
  }

  /** Whether a member holds a grant, or something reads approvals while some are open. */
  private static boolean isHeld(Question question, AuthoritySnapshot state) {
    for (EntityId member : question.members) {
      if (!state.grantsOf(member).isEmpty()) {
        return true;
      }
    }
    boolean asked = false;
    for (SliceProgram program : question.programs) {
      asked |= program.asksConsent();
    }
    return asked && state.hasApprovals();
  }

  private Answer decide(
      Question question, Surroundings surroundings, @Nullable SessionRecord session) {
    Moment quick = Moment.quick(session, surroundings.nowMillis(), question.consents);
    try {
      Moment probing = quick.probing();
      for (int i = 0; i < question.views.length; i++) {
        question.programs[i].guards().probe(question.views[i], probing);
      }
      return new Run(question, surroundings.authority(), quick, hash).answer();
    } catch (FaultSignal fault) {
      Moment careful = quick.careful(new Findings());
      return new Run(question, surroundings.authority(), careful, hash).answer();
    }
  }

  /** What each slice is made of, a line each, in the order of the slots. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    slices.values().stream()
        .sorted(Comparator.comparing(program -> program.slice().slot()))
        .forEach(
            program ->
                lines.add(
                    program.slice().slot()
                        + ": "
                        + program.rules().size()
                        + " rules, "
                        + program.index().describe()
                        + ", "
                        + program.guards().size()
                        + " guards"
                        + (program.asksConsent() ? ", asks for consent" : "")));
    return lines;
  }
}
