import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { idsInTables, sourceOf } from '../../../build/signature-ids.mjs';

it('keeps the ids of the message signatures as the tables have them', () => {
  const kept = readFileSync(new URL('../../../shared/signature-ids.ts', import.meta.url), 'utf8');
  expect(kept).toBe(sourceOf(idsInTables()));
});

it('tells a table with one id more apart', () => {
  const ids = idsInTables();
  expect(sourceOf([...ids, 'ONE_MORE'])).not.toBe(sourceOf(ids));
  expect(sourceOf(['B', 'A'])).toContain("  'A', 'B',\n");
});
