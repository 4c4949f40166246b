package dev.writ.core.reference;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of all secret fields of a schema. An explanation hides every field of such a name,
 * wherever it stands: rather one too many.
 */
final class SecretNames {
  private final SortedSet<String> names = new TreeSet<>();

  private SecretNames() {}

  static SortedSet<String> of(Schema schema) {
    SecretNames secrets = new SecretNames();
    schema.entityTypes().values().stream().map(EntityTypeDef::attributes).forEach(secrets::add);
    schema.actions().values().stream().map(ActionDef::args).forEach(secrets::add);
    schema.actions().values().stream().map(ActionDef::facts).forEach(secrets::add);
    if (schema.session() != null) {
      secrets.add(schema.session());
    }
    return secrets.names;
  }

  private void add(Type type) {
    if (type instanceof Type.RecordType fields) {
      for (Type.Field field : fields.fields()) {
        if (field.secret()) {
          names.add(field.name());
        }
        add(field.type());
      }
    } else if (type instanceof Type.SetType set) {
      add(set.element());
    } else if (type instanceof Type.MapType map) {
      add(map.value());
    }
  }
}
