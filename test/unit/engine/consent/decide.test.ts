import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../electron/engine/consent/decide.ts';
import type {
  Part,
  ProgramFacts,
  ProgramPlace,
} from '../../../../electron/engine/consent/program-facts.ts';

const me = 1000;
const program = '/home/mei/ComfyUI/venv/bin/python';

function part(changes: Partial<Part> = {}): Part {
  return {
    path: program,
    kind: 'file',
    mode: 0o755,
    owner: me,
    ownerName: 'mei',
    othersInGroup: false,
    modesKept: true,
    ...changes,
  };
}

function place(
  changes: Partial<ProgramPlace> = {},
  disk: Partial<ProgramPlace['disk']> = {},
): ProgramPlace {
  return {
    folder: '/home/mei/ComfyUI/venv/bin',
    place: 'home',
    disk: { kind: 'fixed', name: '/', modesKept: true, ...disk },
    ...changes,
  };
}

function facts(changes: Partial<ProgramFacts> = {}): ProgramFacts {
  return {
    platform: 'linux',
    program,
    user: me,
    parts: [part()],
    places: [place()],
    complete: true,
    ...changes,
  };
}

function answer(changes: Partial<ProgramFacts>): string[] {
  const decision = decide(facts(changes));
  if (decision.kind !== 'ask') return [decision.kind];
  return decision.reasons.map(({ key }) => key.replace('consent.reason.', ''));
}

const parts = (changes: Partial<Part>): Partial<ProgramFacts> => ({ parts: [part(changes)] });

describe('what is started without a word', () => {
  test.each<[string, Partial<ProgramFacts>, string]>([
    ['a program of mine in my home', {}, 'trusted'],
    ['one of root', parts({ owner: 0 }), 'trusted'],
    ['a group may write in which only I am', parts({ mode: 0o775 }), 'trusted'],
    ['the sticky /tmp above it', parts({ kind: 'folder', mode: 0o1777, owner: 0 }), 'trusted'],
    ['a link, whose bits mean nothing', parts({ kind: 'link', mode: 0o777 }), 'trusted'],
    ['a fixed disk of its own', { places: [place({ place: 'disk' })] }, 'trusted'],
    [
      'a stick that the user showed us',
      { places: [place({ place: 'added' }, { kind: 'removable', name: '/media/mei/STICK' })] },
      'trusted',
    ],
    ['something that could not be looked at', { complete: false }, 'unsure'],
    ['a disk that no file tells of', { places: [place({}, { kind: 'unknown' })] }, 'unsure'],
    ['bits that the mount made up', parts({ mode: 0o777, modesKept: false }), 'unsure'],
    ['Windows, where no bits tell', { platform: 'win32', user: null }, 'unsure'],
    ['nothing known at all', { parts: [], places: [], complete: false }, 'unsure'],
  ])('%s', (_, changes, expected) => {
    expect(answer(changes)).toEqual([expected]);
  });
});

describe('what is asked for', () => {
  test.each<[string, Partial<ProgramFacts>, string[]]>([
    ['a program that everybody may write', parts({ mode: 0o757 }), ['others-can-write']],
    [
      'a group with others in it may write',
      parts({ mode: 0o775, othersInGroup: true }),
      ['others-can-write'],
    ],
    ['an open folder', parts({ kind: 'folder', mode: 0o777 }), ['others-can-write']],
    ['the program of another user', parts({ owner: 1001, ownerName: 'bo' }), ['other-owner']],
    ['root starts what a user owns', { ...parts({}), user: 0 }, ['other-owner']],
    [
      'a network disk',
      { places: [place({}, { kind: 'network', name: '/mnt/nas' })] },
      ['network-disk'],
    ],
    [
      'a stick',
      { places: [place({}, { kind: 'removable', name: '/media/mei/STICK' })] },
      ['removable-disk'],
    ],
    ['a place for everybody’s files', { places: [place({ place: 'shared' })] }, ['shared-place']],
    ['an unusual place', { places: [place({ place: 'elsewhere' })] }, ['unusual-place']],
    [
      'the base of an environment that lies at home',
      { places: [place(), place({ place: 'elsewhere', folder: '/data/python/bin' })] },
      ['unusual-place'],
    ],
    [
      'an unusual place on a network disk, in one sentence',
      { places: [place({ place: 'elsewhere' }, { kind: 'network' })] },
      ['network-disk'],
    ],
    [
      'an added folder that others may write',
      { ...parts({ mode: 0o777 }), places: [place({ place: 'added' })] },
      ['others-can-write'],
    ],
    [
      'all at once',
      {
        parts: [part({ mode: 0o777, owner: 7 })],
        places: [place({ place: 'shared' }, { kind: 'network' }), place({ place: 'elsewhere' })],
      },
      ['others-can-write', 'other-owner', 'network-disk', 'shared-place', 'unusual-place'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(answer(changes)).toEqual(expected);
  });

  test('the nearest thing is named', () => {
    const open = { kind: 'folder', mode: 0o777 } as const;
    const near = part({ ...open, path: '/data/venv' });
    const far = part({ ...open, path: '/data' });
    expect(decide(facts({ parts: [part(), near, far] }))).toEqual({
      kind: 'ask',
      reasons: [{ key: 'consent.reason.others-can-write', params: { path: '/data/venv' } }],
    });
  });

  test('whatever else is true, what others may write is never trusted', () => {
    const anyPart = fc.record({
      path: fc.constant(program),
      kind: fc.constantFrom('file' as const, 'folder' as const),
      mode: fc.integer({ min: 0, max: 0o777 }).map((mode) => mode | 0o002),
      owner: fc.nat(3000),
      ownerName: fc.constant('x'),
      othersInGroup: fc.boolean(),
      modesKept: fc.constant(true),
    });
    fc.assert(
      fc.property(anyPart, fc.nat(3000), (open, user) => {
        expect(decide(facts({ parts: [part(), open], user })).kind).toBe('ask');
      }),
    );
  });
});
