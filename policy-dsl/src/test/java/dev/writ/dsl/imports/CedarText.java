package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much of Cedar's schema syntax as schemas made of tool lists have. */
final class CedarText {
  private static final Pattern TOKEN =
      Pattern.compile("//[^\n]*|\\s+|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*|::|.");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, CedarType> declared = new LinkedHashMap<>();
  private final SortedMap<String, CedarType> inputs = new TreeMap<>();
  private int at;
  private String namespace = "";

  private CedarText(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (!matcher.group().isBlank() && !matcher.group().startsWith("//")) {
        tokens.add(matcher.group());
      }
    }
  }

  static CedarSchema read(String text) {
    CedarText reader = new CedarText(text);
    while (reader.at < reader.tokens.size()) {
      reader.expect("namespace");
      reader.namespace = reader.path();
      reader.expect("{");
      while (!reader.taken("}")) {
        reader.declaration();
      }
    }
    return new CedarSchema(reader.declared, reader.inputs);
  }

  private void declaration() {
    while (taken("@")) {
      next();
      expect("(");
      next();
      expect(")");
    }
    switch (next()) {
      case "type" -> {
        String name = next();
        expect("=");
        declared.put(namespace + "::" + name, type());
        expect(";");
      }
      case "entity" -> entity();
      case "action" -> action();
      default -> throw unexpected();
    }
  }

  private void entity() {
    String name = next();
    CedarType type = CedarType.record(Map.of());
    if (taken("enum")) {
      type = CedarType.enumOf(strings());
    } else if (taken("tags")) {
      type = CedarType.tags(type());
    } else if (taken("=")) {
      type = type();
    }
    expect(";");
    declared.put(namespace + "::" + name, type);
  }

  private void action() {
    String name = unquoted(next());
    if (taken("in")) {
      while (!taken("]")) {
        next();
      }
    }
    if (taken("appliesTo")) {
      expect("{");
      while (!taken("}")) {
        part(name);
      }
    }
    expect(";");
  }

  private void part(String action) {
    String part = next();
    expect(":");
    if (part.equals("context")) {
      inputs.put(action, type().fields().get("input"));
    } else {
      while (!taken("]")) {
        next();
      }
    }
    taken(",");
  }

  private CedarType type() {
    if (taken("{")) {
      return record();
    }
    String name = path();
    if (name.equals("Set") && taken("<")) {
      CedarType element = type();
      expect(">");
      return CedarType.setOf(element);
    }
    return CedarType.named(namespace, name);
  }

  private CedarType record() {
    Map<String, CedarType> fields = new LinkedHashMap<>();
    while (!taken("}")) {
      String name = unquoted(next()) + (taken("?") ? "?" : "");
      expect(":");
      fields.put(name, type());
      taken(",");
    }
    return CedarType.record(fields);
  }

  private List<String> strings() {
    List<String> strings = new ArrayList<>();
    expect("[");
    while (!taken("]")) {
      strings.add(unquoted(next()));
      taken(",");
    }
    return strings;
  }

  private String path() {
    StringBuilder path = new StringBuilder(next());
    while (taken("::")) {
      path.append("::").append(next());
    }
    return path.toString();
  }

  private static String unquoted(String token) {
    return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
  }

  private String next() {
    return tokens.get(at++);
  }

  private boolean taken(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!taken(token)) {
      throw unexpected();
    }
  }

  private IllegalArgumentException unexpected() {
    int start = Math.max(0, at - 5);
    return new IllegalArgumentException(
        "unexpected: " + tokens.subList(start, Math.min(tokens.size(), at + 5)));
  }
}
