package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.names;
import static dev.writ.core.engine.SetBuilder.optional;
import static dev.writ.core.engine.SetBuilder.required;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.ToolCall;
import dev.writ.core.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bank whose tools are bound, and calls of them. */
final class Bank {
  static final EntityId ANN = EntityId.of("User", "ann");
  static final EntityId MAIN = EntityId.of("Account", "main");
  static final String DIGEST = "sha256:" + "9f".repeat(32);

  private Bank() {}

  static PolicySet policies() {
    return set().permit("all", "transfer", Expr.yes()).permit("swaps", "swap", Expr.yes()).build();
  }

  static SetBuilder set() {
    Type swap =
        new Type.RecordType(
            List.of(
                required("new-id", Type.Scalar.STRING),
                required("old", Type.Scalar.STRING),
                optional("tag", Type.Scalar.STRING)));
    return new SetBuilder()
        .entity("Team")
        .human("User")
        .entity("Account")
        .session(optional("account", Type.EntityType.of("Account")))
        .action(
            "transfer",
            "User",
            "Account",
            required("recipient", Type.Scalar.STRING),
            required("sum", Type.Scalar.DECIMAL),
            optional("note", Type.Scalar.STRING))
        .action(
            "swap",
            "User",
            "Account",
            required("swaps", new Type.SetType(swap, 1, 3)),
            optional("to", new Type.SetType(Type.Scalar.STRING, 0, 3)))
        .tool(transfer("send", new ToolBinding.FromArgument("Account", "id"), null))
        .tool(transfer("send_mine", new ToolBinding.FromSession("account"), null))
        .tool(transfer("send_main", new ToolBinding.Fixed(MAIN), null))
        .tool(transfer("pinned", new ToolBinding.Fixed(MAIN), DIGEST))
        .tool(swap("shop"))
        .tool(swap("market"));
  }

  private static ToolBinding transfer(
      String name, ToolBinding.Resource resource, @Nullable String digest) {
    return new ToolBinding(
        "",
        name,
        null,
        "transfer",
        resource,
        List.of(
            new ToolBinding.Placed("recipient", false, "recipient"),
            new ToolBinding.Placed("amount", false, "sum"),
            new ToolBinding.Placed("memo", true, "note")),
        names("dry-run"),
        digest,
        List.of());
  }

  private static ToolBinding swap(String server) {
    return new ToolBinding(
        "",
        "swap",
        server,
        "swap",
        new ToolBinding.FromArgument("Account", "order"),
        List.of(
            new ToolBinding.Zipped(
                List.of(
                    new ToolBinding.Part("old_ids", "old"),
                    new ToolBinding.Part("new_ids", "new-id")),
                "swaps"),
            new ToolBinding.Placed("cc", true, "to")),
        names(),
        null,
        List.of());
  }

  static Entities entities() {
    return Entities.of(Entity.of(ANN), Entity.of(MAIN));
  }

  static EngineBuilder engine() {
    return PolicyEngine.builder(policies()).entities(entities()).clock(Fakes.CLOCK);
  }

  static ToolCall call(String tool, String arguments) {
    return ToolCall.of("shop", tool, arguments).by(ANN);
  }
}
