/**
 * Agents that run services: what they may do, and how one of them gets to deploy to production. The
 * policies, entities and requests stand in the folder {@code sre-agents}.
 */
@NullMarked
package dev.writ.examples.sreagents;

import org.jspecify.annotations.NullMarked;
