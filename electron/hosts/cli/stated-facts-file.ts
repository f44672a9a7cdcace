import { readFile } from 'node:fs/promises';
import { fail } from '../../../shared/problem.ts';
import { statedFactsSchema, type StatedFacts } from '../../../shared/stated-facts.ts';
import { refuse } from './log-input.ts';
import { parseJson } from '../../engine/machine/json-text.ts';

/**
 * The facts that somebody states beside a log. Names that are not known are passed over; a known
 * one that holds no text is a mistake worth saying.
 */
export async function readStatedFacts(file: string): Promise<StatedFacts> {
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => refuse(file, thrown));
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail('facts-unreadable', { params: { path: file } });
  }
  const facts = statedFactsSchema.safeParse(value);
  if (facts.success) return facts.data;
  const field = facts.error.issues[0]?.path.map(String).join('.') ?? '?';
  return fail('facts-wrong-type', { params: { path: file, field } });
}
