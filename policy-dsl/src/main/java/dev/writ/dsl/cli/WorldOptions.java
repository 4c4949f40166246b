package dev.writ.dsl.cli;

import dev.writ.core.model.InstantValue;
import dev.writ.core.model.InvalidValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that tell what requests are decided in. */
final class WorldOptions {
  @Option(
      names = "--policies",
      paramLabel = "PATH",
      required = true,
      description = "A policy file or a folder of files that end in .writ; may stand repeatedly.")
  private List<Path> policies = new ArrayList<>();

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

  List<Path> policies() {
    return policies;
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
