import { link, mkdir, readFile, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryAt } from '../../../../electron/engine/repair/entry.ts';
import { heldAt, type Territory } from '../../../../electron/engine/repair/journal.ts';
import { proveInstalled } from '../../../../electron/engine/repair/prove-installed.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf, journalOf, takenFrom } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let at: (name: string) => string;
let folder: string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  at = (name) => join(paper.sitePackages, name);
  folder = join(paper.folder, 'journal');
});

function prove(territory: Partial<Territory>, owners = new Map<string, string>()) {
  return proveInstalled(paper.system, journalOf(folder, territory), owners);
}

describe('what pip says that it installed', () => {
  it('is noted as it stands there', async () => {
    await write(at('x.py'), 'new');
    const note = { sha256: null, bytes: null, made: { by: 'metadata' as const } };
    const brought = [broughtOf(at('x.py')), broughtOf(at('none'), note)];
    const { left, ...journal } = await prove({ brought });
    expect(left).toEqual([await entryAt(paper.system, at('x.py')), null]);
    expect(journal.territory.brought).toEqual(brought);
    const noted: unknown = JSON.parse(await readFile(join(folder, 'left.json'), 'utf8'));
    expect(noted).toEqual({ left });
  });

  it.each<[string, string | null, boolean]>([
    ['nothing', null, true],
    ['something of another size', 'newer', true],
    ['something of its size', 'odd', false],
  ])('is elsewhere where %s stands', async (_, content, refused) => {
    if (content !== null) await write(at('x.py'), content);
    await write(at('w.py'), 'new');
    const problem = await problemOf(
      prove({ brought: [broughtOf(at('w.py')), broughtOf(at('x.py'))] }),
    );
    const told = { code: 'installed-elsewhere', params: { path: at('x.py') } };
    expect(problem).toEqual(refused ? told : null);
  });

  it('is elsewhere where a folder stands', async () => {
    await mkdir(at('x.py'));
    const problem = await problemOf(prove({ brought: [broughtOf(at('x.py'), { bytes: 0 })] }));
    expect(problem?.code).toBe('installed-elsewhere');
  });
});

describe('what pip deleted although it is not the plan’s', () => {
  async function taking(...files: string[]): Promise<Territory['taken']> {
    const taken = [];
    for (const [index, file] of files.entries()) {
      await write(file, `old ${index}`);
      taken.push(await takenFrom(paper.system, file));
      await mkdir(dirname(heldAt({ folder }, index)), { recursive: true });
      await link(file, heldAt({ folder }, index));
    }
    for (const file of files) await unlink(file);
    return taken;
  }

  it('comes back where another package, or the Python, owns it', async () => {
    const python = join(paper.root, 'bin', 'python3');
    const taken = await taking(at('a/mine.py'), at('a/theirs.py'), python);
    await prove({ taken }, new Map([[at('a/theirs.py'), 'b']]));
    expect(await readFile(at('a/theirs.py'), 'utf8')).toBe('old 1');
    expect(await readFile(python, 'utf8')).toBe('old 2');
    expect(await entryAt(paper.system, at('a/mine.py'))).toBeNull();
  });

  it('stays as it is where it is there, or where the wheel brings it', async () => {
    const taken = await taking(at('x.py'), at('Y.py'));
    await write(at('x.py'), 'changed');
    const note = { sha256: null, bytes: null, made: { by: 'metadata' as const } };
    const owners = new Map([
      [at('x.py'), 'b'],
      [at('y.py'), 'b'],
      [at('Y.py'), 'b'],
    ]);
    paper.system = { ...paper.system, platform: 'win32' };
    await prove({ taken, brought: [broughtOf(at('y.py'), note)] }, lower(owners));
    expect(await readFile(at('x.py'), 'utf8')).toBe('changed');
    expect(await entryAt(paper.system, at('Y.py'))).toBeNull();
  });

  it('is told where it cannot come back', async () => {
    const taken = await taking(at('x.py'));
    await rm(heldAt({ folder }, 0));
    const problem = await problemOf(prove({ taken }, new Map([[at('x.py'), 'b']])));
    expect(problem?.code).toBe('snapshot-damaged');
  });
});

function lower(owners: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...owners].map(([key, name]) => [key.toLowerCase(), name]));
}
