/**
 * OpenID AuthZEN Authorization API 1.0: JSON to requests, decisions to JSON, for the endpoints
 * access evaluation and access evaluations. Decides nothing: it asks a {@link
 * dev.writ.core.authzen.DecisionPoint}, which the engine is. Uses {@code model} and {@code
 * decision}.
 */
@NullMarked
package dev.writ.core.authzen;

import org.jspecify.annotations.NullMarked;
