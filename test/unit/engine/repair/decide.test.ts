import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../shared/facts.ts';
import { decide, type Decision } from '../../../../electron/engine/repair/decide.ts';
import type { Territory } from '../../../../electron/engine/repair/journal.ts';
import type { Place, Standing } from '../../../../electron/engine/repair/standing.ts';
import { broughtOf, entryOf, placeOf, takenOf } from '../../../support/sample-journal.ts';

type Given = {
  places?: Place[];
  present?: Distribution[];
  owners?: [string, string][];
  territory?: Partial<Territory>;
};
const lower = (location: string): string => location.toLowerCase();

function decided({ places = [], present = [], owners = [], territory = {} }: Given): Decision {
  const all = { taken: [], brought: [], folders: [], listings: [], ...territory };
  return decide(all, new Set(['a']), places, present, new Map(owners), lower);
}

function distribution(name: string, location: string, version = '2.0'): Distribution {
  return { name, version, location, hasRecord: true };
}

const brought = [broughtOf('/s/x')];

describe('what was there before', () => {
  it.each<[Standing, keyof Decision | null]>([
    ['before', null],
    ['ours', 'putBack'],
    ['absent', 'putBack'],
    ['bytecode', 'putBack'],
    ['foreign', 'changed'],
  ])('where it stands as %s: %s', (standing, into) => {
    const place = placeOf('/s/x', { taken: 0, standing });
    const decision = decided({ places: [place], owners: [['/s/x', 'other']] });
    const told = { putBack: [] as unknown[], changed: [] as unknown[] };
    if (into === 'putBack') told.putBack = [place];
    if (into === 'changed') told.changed = ['/s/x'];
    expect(decision).toMatchObject({ ...told, remove: [], left: [], movedOn: [] });
  });
});

describe('what came where nothing was', () => {
  it.each<[Standing, boolean, keyof Decision | null]>([
    ['ours', false, 'remove'],
    ['bytecode', false, 'remove'],
    ['absent', false, null],
    ['foreign', false, 'left'],
    ['ours', true, 'left'],
    ['bytecode', true, 'left'],
    ['absent', true, null],
  ])('%s, and owned by others: %s', (standing, owned, into) => {
    const place = placeOf('/s/X', { brought, standing });
    const decision = decided({ places: [place], owners: owned ? [['/s/x', 'other']] : [] });
    expect(decision.remove).toEqual(into === 'remove' ? [place] : []);
    expect(decision.left).toEqual(into === 'left' ? ['/s/X'] : []);
    expect([decision.putBack, decision.changed, decision.movedOn]).toEqual([[], [], []]);
  });
});

describe('a package of the plan in another version', () => {
  const taken = [takenOf('/s/A-1.0.dist-info/RECORD')];
  it('has moved on where its metadata folder is none of the repair', () => {
    const present = [distribution('a', '/s/a-2.0.dist-info'), distribution('b', '/s/b-1')];
    const { movedOn } = decided({ present, territory: { taken } });
    expect(movedOn).toEqual([{ name: 'a', version: '2.0' }]);
  });

  it.each<[string, Partial<Territory>, string]>([
    ['taken', { taken }, 'dist-info'],
    ['brought', { brought: [broughtOf('/s/a-1.0.dist-info/METADATA')] }, 'dist-info'],
    ['of an egg', { taken: [takenOf('/s/a-1.0.egg-info/PKG-INFO')] }, 'egg-info'],
  ])('has not where the folder is %s', (_, territory, kind) => {
    const present = [distribution('a', `/s/a-1.0.${kind}`, '1.0')];
    expect(decided({ present, territory }).movedOn).toEqual([]);
  });

  it('has where only a folder of another name is the repair’s', () => {
    const present = [distribution('a', '/s/a')];
    const { movedOn } = decided({ present, territory: { taken: [takenOf('/s/a/x')] } });
    expect(movedOn).toEqual([{ name: 'a', version: '2.0' }]);
    const odd = [distribution('a', '/s/a.dist-info-old')];
    const names = [takenOf('/s/a.dist-info-old/x'), takenOf('/s/adist-info/x')];
    expect(decided({ present: odd, territory: { taken: names } }).movedOn).toHaveLength(1);
  });

  it.each([
    ['/s/A-1.0.dist-info/METADATA', [{ name: 'a', version: '1.0' }]],
    ['/s/A-1.0.dist-info/RECORD', [{ name: 'a', version: '1.0' }]],
    ['/s/gone-1.0.dist-info/RECORD', [{ name: 'gone-1.0.dist-info', version: '?' }]],
    ['C:\\s\\a-1.0.dist-info\\RECORD', [{ name: '.', version: '?' }]],
    ['/s/a-1.0.dist-info/RECORD.old', []],
    ['/s/a-1.0.dist-info/x/RECORD.d', []],
    ['/s/a-1.0.dist-info/INSTALLER', []],
    ['/s/a-1.0.egg-info/RECORD', []],
    ['/s/aXdist-info/RECORD', []],
  ])('is told by a replaced %s', (path, movedOn) => {
    const places = [placeOf(path, { taken: 0, standing: 'foreign' })];
    const present = [distribution('a', '/s/a-1.0.dist-info', '1.0')];
    expect(decided({ places, present, territory: { taken } }).movedOn).toEqual(movedOn);
  });

  it('is not told by what is not foreign', () => {
    const places = [placeOf('/s/a-1.0.dist-info/RECORD', { taken: 0, standing: 'ours' })];
    expect(decided({ places }).movedOn).toEqual([]);
  });
});

describe('a repair is complete', () => {
  const madeUp = { sha256: null, bytes: null };
  const note = (name: string) =>
    broughtOf(`/s/a-1.0.dist-info/${name}`, { ...madeUp, made: { by: 'metadata' } });
  const now = entryOf({ bytes: 3 });
  const cut = entryOf({ bytes: 0 });
  const script = broughtOf('/b/run', { ...madeUp, made: { by: 'script', rest: '' } });
  it.each<[string, Place, boolean]>([
    ['taken and gone', placeOf('/s/x', { taken: 0, standing: 'absent' }), true],
    ['taken, and only bytecode', placeOf('/s/x', { taken: 0, standing: 'bytecode' }), true],
    ['taken and still there', placeOf('/s/x', { taken: 0, standing: 'before' }), false],
    ['taken and foreign', placeOf('/s/x', { taken: 0, standing: 'foreign' }), false],
    ['brought and there', placeOf('/s/x', { brought, standing: 'ours', now }), true],
    ['brought and cut short', placeOf('/s/x', { brought, standing: 'ours', now: cut }), false],
    [
      'brought by two in other versions',
      placeOf('/s/x', {
        brought: [broughtOf('/s/x', { bytes: 0 }), ...brought],
        standing: 'ours',
        now,
      }),
      true,
    ],
    ['a note there', placeOf('/s/n', { brought: [note('X')], standing: 'ours', now: cut }), true],
    [
      'the RECORD there',
      placeOf('/s/RECORD', { brought: [note('RECORD')], standing: 'ours', now }),
      true,
    ],
    [
      'the RECORD of the wheel still',
      placeOf('/s/RECORD', { brought: [note('RECORD')], standing: 'ours', now, whole: false }),
      false,
    ],
    ['brought and missing', placeOf('/s/x', { brought, standing: 'absent' }), false],
    ['brought, but bytecode', placeOf('/s/x', { brought, standing: 'bytecode' }), false],
    ['a note missing', placeOf('/s/n', { brought: [note('REQUESTED')] }), true],
    ['the name of the installer missing', placeOf('/s/n', { brought: [note('INSTALLER')] }), false],
    ['the RECORD missing', placeOf('/s/n', { brought: [note('RECORD')] }), false],
    ['a script missing', placeOf('/s/n', { brought: [script] }), false],
    ['a note and a file missing', placeOf('/s/n', { brought: [note('X'), ...brought] }), false],
    [
      'a note that is foreign',
      placeOf('/s/n', { brought: [note('X')], standing: 'foreign' }),
      false,
    ],
  ])('with %s: %s', (_, place, complete) => {
    expect(decided({ places: [place] }).complete).toBe(complete);
    const whole = placeOf('/s/y', { brought, standing: 'ours', now });
    expect(decided({ places: [whole, place] }).complete).toBe(complete);
  });
});
