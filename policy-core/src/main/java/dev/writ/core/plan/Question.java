package dev.writ.core.plan;

import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.List;

/**
 * A request made ready: its views, and what speaks on each. It may be asked again as long as the
 * same program runs. Immutable, thread-safe.
 */
public final class Question {
  final BoundRequest request;
  final List<EntityId> members;
  final View[] views;
  final SliceProgram[] programs;
  final Unopened consents;

  Question(
      BoundRequest request,
      List<EntityId> members,
      View[] views,
      SliceProgram[] programs,
      Unopened consents) {
    this.request = request;
    this.members = members;
    this.views = views;
    this.programs = programs;
    this.consents = consents;
  }
}
