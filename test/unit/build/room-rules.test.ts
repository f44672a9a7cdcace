import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRooms } from '../../../build/mutated-rooms.mjs';
import { moduleOf, roomOf, roomViolationsIn } from '../../../build/room-rules.mjs';
import { door, rooms } from '../../../build/rooms.mjs';

/** Files by name, each with its imports. */
function about(files: Record<string, readonly string[]>): string[] {
  const modules = Object.entries(files).map(([file, imports]) =>
    moduleOf(file, imports.map((each) => `import type { A } from '${each}';\n`).join('')),
  );
  return roomViolationsIn(modules).map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
}

describe('the table of rooms', () => {
  it('lets each room import only what stands before it', () => {
    const names = Object.keys(rooms);
    for (const [at, name] of names.entries())
      expect([...names.slice(0, at)]).toEqual(
        expect.arrayContaining([...(rooms[name]?.imports ?? [])]),
      );
  });

  it('names no room that the engine does not have', () => {
    const gone = Object.keys(rooms).filter((name) => !existsSync(`electron/engine/${name}`));
    expect(gone).toEqual([door]);
  });

  it('is told in ARCHITECTURE.md, room by room', () => {
    const document = readFileSync('ARCHITECTURE.md', 'utf8');
    const untold = Object.keys(rooms).filter(
      (name) => name !== door && !new RegExp(`\\| .*\`(?:engine/)?${name}/.*\` \\|`).test(document),
    );
    expect(untold).toEqual([]);
  });

  it('has every room whose tests have to notice each change', () => {
    expect(Object.keys(rooms)).toEqual(expect.arrayContaining(allRooms));
    expect(allRooms.filter((name) => !existsSync(`test/unit/engine/${name}`))).toEqual([]);
  });
});

describe('a room', () => {
  it.each([
    ['electron/engine/logs/read-log.ts', 'logs'],
    ['electron/engine/discovery/locators/aki.ts', 'discovery'],
    ['electron/engine/create-engine.ts', door],
    ['electron/hosts/version.ts', null],
  ])('of %s is %s', (file, room) => expect(roomOf(file)).toBe(room));

  it.each([
    ['electron/engine/diagnosis/rules/a.ts', '../../knowledge/tables.ts'],
    ['electron/engine/diagnosis/rules/a.ts', '../evidence/clues.ts'],
    ['electron/engine/diagnosis/rules/a.ts', '../../../../shared/facts.ts'],
    ['electron/engine/repair/a.ts', '../pip/run-pip.ts'],
    ['electron/hosts/cli/a.ts', '../../engine/repair/fix.ts'],
    ['test/unit/a.test.ts', '../../electron/engine/repair/fix.ts'],
  ])('%s may import %s', (file, target) => expect(about({ [file]: [target] })).toEqual([]));

  it.each([
    ['electron/engine/diagnosis/rules/a.ts', '../../machine/system.ts', 'rules are pure'],
    ['electron/engine/logs/a.ts', '../diagnosis/judge.ts', 'log-analysis judges them'],
    ['electron/engine/planning/a.ts', '../repair/fix.ts', 'knows nothing of repair'],
    ['electron/engine/inspection/a.ts', '../discovery/find.ts', 'what they mean is for diagnosis'],
    ['electron/engine/jobs/a.ts', '../create-engine.ts', 'a job puts rooms together'],
    ['electron/engine/attic/a.ts', '../machine/system.ts', 'no room of the table'],
  ])('%s may not import %s', (file, target, why) =>
    expect(about({ [file]: [target] })).toEqual([expect.stringContaining(why)]),
  );

  it('says in which line', () => {
    const imports = ['../knowledge/tables.ts', '../machine/system.ts'];
    expect(about({ 'electron/engine/diagnosis/a.ts': imports })).toEqual([
      expect.stringMatching(/^electron\/engine\/diagnosis\/a\.ts:2 imports .*system\.ts/),
    ]);
  });
});

describe('imports that come back', () => {
  it('between two folders of one room are found, though no file is in a circle', () => {
    const files = {
      'electron/engine/diagnosis/rules/a.ts': ['../judge.ts'],
      'electron/engine/diagnosis/b.ts': ['./rules/c.ts'],
    };
    expect(about(files)).toEqual([expect.stringContaining('two folders that import each other')]);
  });

  it('in a circle of files are found once, wherever they are', () => {
    const files = {
      'shared/a.ts': ['./b.ts'],
      'shared/b.ts': ['./c.ts'],
      'shared/c.ts': ['./a.ts'],
      'shared/d.ts': ['./a.ts', './b.ts'],
    };
    expect(about(files)).toEqual([
      expect.stringContaining('shared/a.ts -> shared/b.ts -> shared/c.ts -> shared/a.ts'),
    ]);
  });

  it('are no circle where two ways lead to one file', () => {
    const files = {
      'shared/a.ts': ['./b.ts', './c.ts'],
      'shared/b.ts': ['./c.ts'],
      'shared/c.ts': [],
    };
    expect(about(files)).toEqual([]);
  });
});
