package dev.writ.core.reference;

import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Request;
import dev.writ.core.model.Shown;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request that a call of a tool is.
 *
 * @param binding the binding that says so
 * @param request the request
 */
public record ToolRequest(ToolBinding binding, Request request) {

  /** Where the arguments of a tool stand, in places. */
  static final String ARGUMENTS = "arguments";

  private static final Map<String, String> ROOTS = Map.of("args", ARGUMENTS, "sources", "sources");

  public ToolRequest {
    Objects.requireNonNull(binding, "binding");
    Objects.requireNonNull(request, "request");
  }

  /**
   * A place of the request in the words of the call: {@code arguments.amount} for {@code args.sum}.
   * What no argument of the tool tells keeps its place.
   */
  public String inCall(String place) {
    String resource = binding.resource().accept(new TellsResource());
    if (place.equals("resource") && !resource.isEmpty()) {
      return resource;
    }
    for (ToolBinding.Placement placement : binding.placements()) {
      for (Map.Entry<String, String> root : ROOTS.entrySet()) {
        String prefix = Shown.member(root.getKey(), placement.target());
        if (isAt(place, prefix)) {
          return placement.accept(new Renaming(root.getValue(), place.substring(prefix.length())));
        }
      }
    }
    return place;
  }

  private static boolean isAt(String place, String prefix) {
    return place.equals(prefix) || place.startsWith(prefix + ".") || place.startsWith(prefix + "[");
  }

  /** The place of the argument that tells the resource, or nothing. */
  private record TellsResource() implements ToolBinding.ResourceVisitor<String> {
    @Override
    public String visitFromArgument(ToolBinding.FromArgument from) {
      return Shown.member(ARGUMENTS, from.argument());
    }

    @Override
    public String visitFromSession(ToolBinding.FromSession from) {
      return Shown.member("session", from.field());
    }

    @Override
    public String visitFixed(ToolBinding.Fixed fixed) {
      return "";
    }
  }

  /**
   * The place of the argument that is placed.
   *
   * @param root where it stands
   * @param rest what follows the target's name
   */
  private record Renaming(String root, String rest)
      implements ToolBinding.PlacementVisitor<String> {
    private static final Pattern ELEMENT = Pattern.compile("(\\[[0-9]+\\])(.*)");

    @Override
    public String visitPlaced(ToolBinding.Placed placed) {
      return Shown.member(root, placed.argument()) + rest;
    }

    @Override
    public String visitZipped(ToolBinding.Zipped zipped) {
      Matcher element = ELEMENT.matcher(rest);
      boolean inElement = element.matches();
      String own = inElement ? element.group(2) : "";
      for (ToolBinding.Part part : zipped.parts()) {
        String member = Shown.member("x", part.field()).substring(1);
        if (isAt(own, member)) {
          return Shown.member(root, part.argument())
              + element.group(1)
              + own.substring(member.length());
        }
      }
      return Shown.member(root, zipped.parts().get(0).argument()) + rest;
    }
  }
}
