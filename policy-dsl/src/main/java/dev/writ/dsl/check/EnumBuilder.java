package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.Enumerator;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the type of an enum; names and spellings must differ. */
final class EnumBuilder {
  private final Declared<EnumDecl> declared;
  private final Diagnostics diagnostics;

  EnumBuilder(Declared<EnumDecl> declared, Diagnostics diagnostics) {
    this.declared = declared;
    this.diagnostics = diagnostics;
  }

  Type.EnumType build() {
    List<Type.Enumerator> values = new ArrayList<>();
    Map<String, Enumerator> byName = new HashMap<>();
    Map<String, Enumerator> bySpelling = new HashMap<>();
    for (Enumerator value : declared.declaration().values()) {
      String name = value.name().text();
      String spelling = spelling(value);
      boolean fresh =
          isFresh(value, byName.putIfAbsent(name, value), "value `" + name + "`")
              && isFresh(value, bySpelling.putIfAbsent(spelling, value), "\"" + spelling + "\"");
      if (fresh) {
        values.add(new Type.Enumerator(name, spelling));
      }
    }
    return new Type.EnumType(declared.id(), declared.declaration().ordered(), values);
  }

  private static String spelling(Enumerator value) {
    return value.spelling() == null ? value.name().text() : value.spelling().value();
  }

  private boolean isFresh(Enumerator value, @Nullable Enumerator earlier, String what) {
    if (earlier != null) {
      diagnostics.add(
          declared
              .scope()
              .error(
                  DiagnosticCode.DUPLICATE_ENUMERATOR,
                  value.span(),
                  what + " stands twice in enum `" + declared.name() + "`")
              .withRelated(declared.scope().source(), earlier.span(), "it stands here first"));
    }
    return earlier == null;
  }
}
