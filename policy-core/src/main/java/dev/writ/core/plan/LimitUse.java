package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a limit makes of one view of the request.
 *
 * @param counts whether the request counts, unless false
 * @param exempt whether the bound is lifted
 * @param amount how much it counts; empty where that cannot be told
 * @param key for what it counts; null where that cannot be told
 */
record LimitUse(Truth counts, Truth exempt, OptionalLong amount, @Nullable String key) {}
