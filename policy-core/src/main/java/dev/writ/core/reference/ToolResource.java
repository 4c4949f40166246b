package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonKind;
import dev.writ.core.model.Shown;
import dev.writ.core.model.ToolCall;
import java.util.Map;
import java.util.regex.Pattern;

/** What a call of a tool acts on. */
final class ToolResource implements ToolBinding.ResourceVisitor<Refusable<EntityId>> {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*+");
  private static final String SESSION = "session";
  private static final String MISSING = "missing: it tells what the call acts on";

  private final ToolCall call;
  private final Map<String, Json> arguments;
  private final AuthoritySnapshot authority;

  ToolResource(ToolCall call, Map<String, Json> arguments, AuthoritySnapshot authority) {
    this.call = call;
    this.arguments = arguments;
    this.authority = authority;
  }

  EntityId of(ToolBinding.Resource resource) throws RefusedToolCallException {
    return resource.accept(this).get();
  }

  @Override
  public Refusable<EntityId> visitFixed(ToolBinding.Fixed fixed) {
    return fixed::entity;
  }

  @Override
  public Refusable<EntityId> visitFromArgument(ToolBinding.FromArgument from) {
    return () -> {
      String place = Shown.member(ToolRequest.ARGUMENTS, from.argument());
      Json json = arguments.get(from.argument());
      if (json == null || json instanceof Json.Null) {
        throw RefusedToolCallException.invalid(place, MISSING);
      }
      String id = id(json, place);
      if (id.isEmpty()) {
        throw RefusedToolCallException.invalid(place, "an entity id is not empty");
      }
      return new EntityId(from.type(), id);
    };
  }

  private static String id(Json json, String place) throws RefusedToolCallException {
    if (json instanceof Json.Str string) {
      return string.value();
    }
    if (!(json instanceof Json.Num number)) {
      throw RefusedToolCallException.invalid(
          place, "an id is a string or an integer, found " + JsonKind.of(json));
    }
    if (!INTEGER.matcher(number.text()).matches()) {
      throw RefusedToolCallException.invalid(
          place, "an id is a string or an integer, found " + Shown.text(number.text()));
    }
    return number.text();
  }

  @Override
  public Refusable<EntityId> visitFromSession(ToolBinding.FromSession from) {
    return () -> {
      String id = call.session();
      if (id == null) {
        throw RefusedToolCallException.invalid(SESSION, MISSING);
      }
      SessionRecord session = authority.session(id);
      if (session == null) {
        throw RefusedToolCallException.invalid(SESSION, "there is no such session");
      }
      if (session.values().get(from.field()) instanceof EntityId entity) {
        return entity;
      }
      throw RefusedToolCallException.invalid(Shown.member(SESSION, from.field()), MISSING);
    };
  }
}
