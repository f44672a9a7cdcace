import { createPublicKey, verify } from 'node:crypto';
import * as z from 'zod';
import { fail } from '../../../shared/problem.ts';
import { daySchema } from '../../../shared/tables-edition.ts';
import { isComplete, tablesSchema } from '../knowledge/edition.ts';
import type { Tables } from '../knowledge/shipped-tables.ts';
import { parseJson } from '../machine/json-text.ts';

/** Bytes: ten times what all tables have today. */
export const mostBytes = 8 * 1024 * 1024;

/** What stands before the content where it is signed: a signature of anything else is none of this. */
const signedAs = 'attention-doctor-tables\n';

const envelopeSchema = z.object({
  format: z.literal('attention-doctor-tables'),
  signature: z.base64(),
  /** JSON in a text, so that what is signed are bytes and not a way to write them. */
  content: z.string(),
});
const contentSchema = z.object({ schema: z.number().int(), date: daySchema });
const tablesSchemaOfOurs = contentSchema.extend({ tables: z.record(z.string(), z.unknown()) });

export type SignedTables = { date: string; tables: Tables };

/**
 * The tables in a signed file; nothing in it is looked at before its signature is right. Throws
 * `tables-damaged`, `tables-unsigned`, `tables-newer`, `tables-older` and `tables-unfit`; whether
 * each row fits is for `useTables` to say.
 */
export function readSignedFile(
  text: string,
  { keys, notBefore }: { keys: readonly string[]; notBefore: string },
): SignedTables {
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) return fail('tables-damaged');
  const { content, signature } = envelope.data;
  if (!isSigned(content, signature, keys)) return fail('tables-unsigned');
  const parsed = parseJson(content);
  const head = contentSchema.safeParse(parsed);
  if (!head.success) return fail('tables-unfit', { detail: z.prettifyError(head.error) });
  const { schema, date } = head.data;
  if (schema > tablesSchema) return fail('tables-newer', { params: { date } });
  if (date < notBefore) return fail('tables-older', { params: { date, known: notBefore } });
  const whole = tablesSchemaOfOurs.safeParse(parsed);
  const tables = whole.data?.tables;
  if (schema !== tablesSchema || !tables || !isComplete(tables))
    return fail('tables-unfit', { detail: 'not the tables of this version' });
  return { date, tables };
}

function isSigned(content: string, signature: string, keys: readonly string[]): boolean {
  const signed = Buffer.from(signedAs + content, 'utf8');
  const bytes = Buffer.from(signature, 'base64');
  return keys.some((key) =>
    verify(
      null,
      signed,
      createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }),
      bytes,
    ),
  );
}
