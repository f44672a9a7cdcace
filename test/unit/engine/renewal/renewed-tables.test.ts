import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useTables } from '../../../../electron/engine/knowledge/live-tables.ts';
import { shippedTables } from '../../../../electron/engine/knowledge/shipped-tables.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { openTables } from '../../../../electron/engine/renewal/renewed-tables.ts';
import { statePaths } from '../../../../electron/engine/state/state-paths.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import {
  laterDay,
  shippedDate,
  signedTables,
  testKeys,
  withNewXformers,
} from '../../../support/signed-tables.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const facts = factsWith({ torch: torch('2.6.0+cu124', '12.4') });
const newRelease = { tables: withNewXformers('0.0.29.post4', '2.6.0') };
let paths = statePaths('');

beforeEach(async () => {
  paths = statePaths(await makeTemporaryFolder('tables'));
});
afterEach(() => useTables(shippedTables));

const open = () => openTables(system, paths, testKeys);
/** What a plan for xFormers would install. */
const planned = () => choose(facts, [], 'xformers').attempts[0]?.requirements;
const isThere = (file: string) =>
  stat(file).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'ENOENT' });
      return false;
    },
  );
async function codeOf(doing: Promise<unknown>): Promise<string> {
  const [ended] = await Promise.allSettled([doing]);
  if (ended.status === 'fulfilled') return 'none';
  if (!(ended.reason instanceof ProblemError)) throw ended.reason;
  return ended.reason.problem.code;
}

describe('renewed tables', () => {
  it('change what a plan takes, at once and at the next start, until they are forgotten', async () => {
    const tables = await open();
    expect(planned()).toEqual(['xformers==0.0.29.post3']);
    await tables.renew(signedTables(newRelease));
    expect(planned()).toEqual(['xformers==0.0.29.post4']);
    expect(tables.edition()).toMatchObject({ date: laterDay, from: 'renewed', shippedDate });

    useTables(shippedTables);
    const again = await open();
    expect(planned()).toEqual(['xformers==0.0.29.post4']);
    const { counts } = again.edition();
    await again.forget();
    expect(planned()).toEqual(['xformers==0.0.29.post3']);
    expect(again.edition()).toMatchObject({ from: 'shipped', date: shippedDate, problem: null });
    expect(again.edition().counts.rows).toBe(counts.rows - 1);
    expect(await isThere(paths.tables)).toBe(false);
  });

  it('may bring a message that this version has no name for', async () => {
    const line = 'the warp core of attention is cold';
    const read = () => readText(line).said.map(({ signature }) => signature);
    const tables = await open();
    expect(read()).toEqual([]);
    const shipped = shippedTables['signatures/xformers'];
    const row = {
      ...{ id: 'XF_WARP_CORE', anchors: ['warp core'], pattern: 'the warp core', role: 'cause' },
      ...{ cause: 'xformers_torch_mismatch', printedBy: 'xformers', versions: 'all' },
      ...{ meaning: 'a test', source: 'a test' },
    };
    const rows = [...shipped.rows, row];
    await tables.renew(signedTables({ tables: { 'signatures/xformers': { ...shipped, rows } } }));
    expect(read()).toEqual(['XF_WARP_CORE']);
  });

  const cut = (text: string) => text.slice(0, text.length / 2);
  const changed = (text: string) => text.replaceAll('0.0.29.post4', '0.0.29.post5');
  const bad = (rows: unknown[]) => ({ 'torch-trios': { about: '', rows } });
  it.each([
    ['signed by somebody else', signedTables(newRelease, 'another'), 'tables-unsigned'],
    ['changed after it was signed', changed(signedTables(newRelease)), 'tables-unsigned'],
    ['older', signedTables({ ...newRelease, date: '2020-01-01' }), 'tables-older'],
    ['of a newer schema', signedTables({ ...newRelease, schema: 99 }), 'tables-newer'],
    ['of an older schema', signedTables({ ...newRelease, schema: 0 }), 'tables-unfit'],
    ['cut', cut(signedTables(newRelease)), 'tables-damaged'],
    ['something else', '<html>Log in</html>', 'tables-damaged'],
    ['empty', '', 'tables-damaged'],
    ['with a row that does not fit', signedTables({ tables: bad([{}]) }), 'tables-unfit'],
    ['with a table too many', signedTables({ tables: { more: { rows: [] } } }), 'tables-unfit'],
    ['with a day that is none', signedTables({ date: 'soon' }), 'tables-unfit'],
  ])('refuse a file that is %s, and nothing changes', async (_, text, code) => {
    const tables = await open();
    const before = tables.edition();
    expect(await codeOf(tables.renew(text))).toBe(code);
    expect(planned()).toEqual(['xformers==0.0.29.post3']);
    expect(tables.edition()).toEqual(before);
    expect(await isThere(paths.tables)).toBe(false);
  });

  it('are not gone back behind by a file of a day between', async () => {
    const tables = await open();
    await tables.renew(signedTables(newRelease));
    expect(await codeOf(tables.renew(signedTables({ date: shippedDate })))).toBe('tables-older');
    expect(planned()).toEqual(['xformers==0.0.29.post4']);
  });

  it('do not count where they cannot be kept', async () => {
    const full = new ProblemError({ code: 'disk-full' });
    const files = { ...system.files, writeText: () => Promise.reject(full) };
    const tables = await openTables({ ...system, files }, paths, testKeys);
    expect(await codeOf(tables.renew(signedTables(newRelease)))).toBe('disk-full');
    expect(planned()).toEqual(['xformers==0.0.29.post3']);
    expect(tables.edition().from).toBe('shipped');
  });
});

describe('kept tables that are met at the start', () => {
  it.each([
    ['cut', signedTables(newRelease).slice(0, 4000), 'problem.tables-damaged'],
    ['changed by hand', signedTables(newRelease, 'another'), 'problem.tables-unsigned'],
  ])('are put aside where they are %s, and that is said', async (_, text, reason) => {
    await writeFile(paths.tables, text);
    const { problem, from } = (await open()).edition();
    expect(problem).toMatchObject({ code: 'tables-set-aside', reasons: [{ key: reason }] });
    expect(from).toBe('shipped');
    expect(planned()).toEqual(['xformers==0.0.29.post3']);
    expect(await isThere(paths.tables)).toBe(false);
    expect(await readFile(paths.damagedTables, 'utf8')).toBe(text);
    expect((await open()).edition().problem).toBeNull();
  });

  it('are left alone, without a word, where the app itself brings newer ones', async () => {
    await writeFile(paths.tables, signedTables({ ...newRelease, date: '2020-01-01' }));
    expect((await open()).edition()).toMatchObject({ from: 'shipped', problem: null });
    expect(await isThere(join(paths.tables))).toBe(true);
  });
});
