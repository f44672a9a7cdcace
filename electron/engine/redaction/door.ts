import type { OperationEvent } from '../../../shared/operation.ts';
import { toProblem, type Problem } from '../../../shared/problem.ts';
import { redactSecrets } from './redact-secrets.ts';
import { redactStrings } from './redact-value.ts';

/**
 * The one door of the engine: what leaves it, to a file, a screen or another process, has its
 * secrets taken out here. Ids and hashes have no shape of a secret and stay as they are.
 */
export function withoutSecrets<T>(value: T): T {
  return redactStrings(value, redactSecrets);
}

/** An event as listeners, the session and the log file get it. */
export function redactEvent(event: OperationEvent): OperationEvent {
  return withoutSecrets(event);
}

/** What was thrown, as a host may tell it: every host asks this, not `toProblem`. */
export function problemToTell(thrown: unknown): Problem {
  return withoutSecrets(toProblem(thrown));
}
