import type { Finding } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { derived } from '../../knowledge/live-tables.ts';
import { signatures, type Signature } from '../../knowledge/signatures.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';

const rows = derived(() => new Map(signatures.map((row) => [row.id, row])));
const mostLines = 4;

/** The row of a message that was heard. */
export function signatureOf(said: Said): Signature | undefined {
  return rows().get(said.signature);
}

/** Messages that no rule reads speak for the cause that their row names. */
export function byDefault(said: readonly Said[], read: ReadonlySet<SignatureId>): Finding[] {
  const lines = new Map<Cause, Said[]>();
  for (const each of said) {
    const cause = read.has(each.signature) ? undefined : signatureOf(each)?.cause;
    if (cause) lines.set(cause, [...(lines.get(cause) ?? []), each]);
  }
  return [...lines].map(([cause, own]) =>
    findingOf(cause, { evidence: own.slice(0, mostLines).map(saidEvidence) }),
  );
}
