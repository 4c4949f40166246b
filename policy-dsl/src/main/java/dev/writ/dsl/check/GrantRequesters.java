package dev.writ.dsl.check;

import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.Requesters;
import dev.writ.dsl.ast.TypePattern;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who opens an approval beside members of a request: those who ask for a grant that needs it. */
final class GrantRequesters {
  private GrantRequesters() {}

  /** Returns the types of such requesters, by the id of the approval. */
  static Map<String, SortedSet<String>> of(Declarations declarations, SetContext context) {
    NameTable table = context.names().table();
    Map<String, SortedSet<String>> byApproval = new TreeMap<>();
    for (Declared<GrantDecl> grant : declarations.all(GrantDecl.class)) {
      Requesters requesters = grant.declaration().requesters();
      for (QualifiedName need : grant.declaration().needs()) {
        Declared<?> approval =
            table.find(need, grant.scope(), Set.of(DeclarationKind.APPROVAL)).found();
        if (approval != null && requesters != null) {
          SortedSet<String> types =
              byApproval.computeIfAbsent(approval.id(), id -> new TreeSet<>());
          for (TypePattern pattern : requesters.types()) {
            Declared<?> type =
                table
                    .find(Patterns.typeOf(pattern), grant.scope(), Set.of(DeclarationKind.ENTITY))
                    .found();
            if (type != null) {
              types.add(type.id());
            }
          }
        }
      }
    }
    return byApproval;
  }
}
