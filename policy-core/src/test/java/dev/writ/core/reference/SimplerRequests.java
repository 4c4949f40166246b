package dev.writ.core.reference;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests that lack one thing of a request. */
final class SimplerRequests {

  private SimplerRequests() {}

  static List<Request> of(Request request) {
    List<Request> all = new ArrayList<>();
    Parts parts = Parts.of(request);
    for (List<EntityId> chain : Shrinking.without(request.chain())) {
      all.add(new Parts(chain, parts.args, parts.facts, parts.sources, parts.session).on(request));
    }
    for (Map<String, Json> args : without(parts.args)) {
      Map<String, Source> sources = new LinkedHashMap<>(parts.sources);
      sources.keySet().retainAll(args.keySet());
      all.add(new Parts(parts.chain, args, parts.facts, sources, parts.session).on(request));
    }
    for (Map<String, Json> facts : without(parts.facts)) {
      all.add(new Parts(parts.chain, parts.args, facts, parts.sources, parts.session).on(request));
    }
    for (Map<String, Source> sources : without(parts.sources)) {
      all.add(new Parts(parts.chain, parts.args, parts.facts, sources, parts.session).on(request));
    }
    if (parts.session != null) {
      all.add(new Parts(parts.chain, parts.args, parts.facts, parts.sources, null).on(request));
    }
    return all;
  }

  private static <V> List<Map<String, V>> without(Map<String, V> all) {
    List<Map<String, V>> fewer = new ArrayList<>();
    for (String name : all.keySet()) {
      Map<String, V> rest = new LinkedHashMap<>(all);
      rest.remove(name);
      fewer.add(rest);
    }
    return fewer;
  }

  /** What of a request can be left out; sources told of elements stay with their arguments. */
  private record Parts(
      List<EntityId> chain,
      Map<String, Json> args,
      Map<String, Json> facts,
      Map<String, Source> sources,
      @Nullable String session) {

    static Parts of(Request request) {
      return new Parts(
          request.chain(), request.args(), request.facts(), request.sources(), request.session());
    }

    Request on(Request like) {
      Request request =
          Request.of(like.principal(), like.action(), like.resource()).onBehalfOf(chain);
      for (Map.Entry<String, Json> arg : args.entrySet()) {
        request = request.arg(arg.getKey(), arg.getValue());
        List<Source> told = like.elementSources().get(arg.getKey());
        request = told == null ? request : request.elementSources(arg.getKey(), told);
      }
      for (Map.Entry<String, Json> fact : facts.entrySet()) {
        request = request.fact(fact.getKey(), fact.getValue());
      }
      for (Map.Entry<String, Source> source : sources.entrySet()) {
        request = request.source(source.getKey(), source.getValue());
      }
      return session == null ? request : request.session(session);
    }
  }
}
