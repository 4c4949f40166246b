package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.InvalidValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that tell what requests are decided in. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WorldOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--policies",
      paramLabel = "PATH",
      description = "A policy file or a folder of files that end in .writ; may stand repeatedly.")
  private List<Path> policies = new ArrayList<>();

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "A bundle in place of policies; say with --trust whose.")
  private @Nullable Path bundle;

  @Mixin private TrustOptions trusted = new TrustOptions();

  @Option(
      names = "--entities",
      paramLabel = "FILE",
      description =
          "Entities, as JSON [{\"uid\": {\"type\", \"id\"}, \"attrs\": {}, \"parents\": []}]."
              + " Without it there are none.")
  private @Nullable Path entities;

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = "Grants, approvals, suspensions, sessions, counters, as JSON.")
  private @Nullable Path authority;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "The instant of the decision, as 2026-03-02T10:00:00Z. Default: now.")
  private @Nullable Instant at;

  /** Reads an instant as the language writes it. */
  static final class InstantOption implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.ofEpochMilli(InstantValue.parse(text).epochMillis());
      } catch (InvalidValueException e) {
        throw new TypeConversionException(e.reason());
      }
    }
  }

  /**
   * The policy set, compiled or out of a bundle; nothing where there is none, after telling why.
   *
   * @throws ParameterException if neither policies nor a bundle were named, or both
   * @throws InputException if a file cannot be read
   */
  Optional<PolicySet> policySet(Shell shell) {
    Path file = bundle;
    if ((file == null) == policies.isEmpty()) {
      throw usage(
          file == null
              ? "missing required option: `--policies PATH`, or `--bundle FILE`"
              : "--policies and --bundle exclude each other");
    }
    if (file != null) {
      return Policies.bundled(file, trusted.trust(), shell);
    }
    if (trusted.given()) {
      throw usage("--trust and --trust-anybody are about a bundle");
    }
    return Policies.compiled(policies, shell);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  @Nullable Path entities() {
    return entities;
  }

  @Nullable Path authority() {
    return authority;
  }

  /** The clock of the decisions: the instant asked for, else the shell's. */
  InstantSource clock(InstantSource now) {
    return at == null ? now : InstantSource.fixed(at);
  }
}
