import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../../build/layer-rules.mjs';

const about = (file: string, text: string) =>
  violationsIn(file, text).map((found) => found.sentence);

describe('the dependency rule allows', () => {
  it.each([
    ['shared/a.ts', "import * as z from 'zod';"],
    ['shared/messages/a.ts', "import type { B } from '../b.ts';"],
    ['electron/engine/a.ts', "import path from 'node:path';"],
    ['electron/engine/machine/node-system.ts', "import { execa } from 'execa';"],
    ['electron/hosts/cli/a.ts', "import { startWeb } from '../web/start-web.ts';"],
    ['electron/hosts/version.ts', "import { version } from '../../package.json';"],
    ['electron/hosts/desktop/a.ts', "import { app } from 'electron';"],
    ['renderer/a.tsx', "import { contract } from '../shared/contract.ts';"],
    ['test/unit/a.test.ts', "import { a } from '../../electron/engine/a.ts';"],
  ])('%s: %s', (file, text) => expect(about(file, text)).toEqual([]));
});

describe('the dependency rule forbids', () => {
  it.each([
    ['shared/a.ts', "import fs from 'node:fs';"],
    ['shared/a.ts', "import { a } from '../electron/engine/a.ts';"],
    ['electron/engine/a.ts', "import { app } from 'electron';"],
    ['electron/engine/a.ts', "import { a } from '../hosts/a.ts';"],
    ['electron/engine/a.ts', "import { execa } from 'execa';"],
    ['electron/engine/a.ts', "import { spawn } from 'node:child_process';"],
    ['electron/engine/a.ts', "const a = await import('child_process');"],
    ['electron/hosts/web/a.ts', "import { a } from '../cli/a.ts';"],
    ['electron/hosts/web/a.ts', "import { app } from 'electron';"],
    ['electron/hosts/desktop/a.ts', "import { a } from '../web/a.ts';"],
    ['electron/hosts/a.ts', "import { a } from './desktop/a.ts';"],
    ['renderer/a.ts', "import { a } from '../electron/engine/a.ts';"],
    ['renderer/a.ts', "export { a } from '../electron/hosts/a.ts';"],
    ['renderer/a.ts', "import fs from 'node:fs';"],
  ])('%s: %s', (file, text) => expect(about(file, text)).toHaveLength(1));

  it('a file that nobody can read in one go', () => {
    expect(about('shared/a.ts', 'const a = 1;\n'.repeat(251))).toEqual([
      expect.stringContaining('251 lines'),
    ]);
  });
});
