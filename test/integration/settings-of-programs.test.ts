import { spawn } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComfyUi } from '../support/comfyui.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { settingsLayouts } from '../support/settings-layouts.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

async function laidOut(make: (typeof settingsLayouts)[string]) {
  const home = join(await makeTemporaryFolder('home'), '美美 & "co"');
  const layout = await make(home);
  const test = await startTestEngine({
    index,
    adjust: (system) => ({ ...system, homeFolder: home }),
  });
  const targetId = await test.engine.resolveTarget(layout.target);
  const plan = async () =>
    (await test.result({ kind: 'plan', targetId, goal: 'pytorch-attention' })).plan;
  const tree = () => describeTree(home, { ignore: isBytecode });
  return { home, layout, test, targetId, plan, tree };
}

/** A real program of that name, which waits. */
async function startProgram(name: string): Promise<{ pid: number; close: () => Promise<void> }> {
  const program = join(await makeTemporaryFolder('programs'), name);
  await copyFile('/bin/sleep', program);
  const child = spawn(program, ['600'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve) => child.once('spawn', () => resolve()));
  return {
    pid: child.pid ?? 0,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

describe.each(Object.entries(settingsLayouts))(
  'pytorch-attention in the settings of %s',
  (_, make) => {
    it('writes its flag and nothing else, is read again, and comes back to the byte', async () => {
      const { layout, test, targetId, plan, tree } = await laidOut(make);
      const before = await tree();
      const planned = await plan();
      expect(planned.actions).toMatchObject([{ kind: 'edit-file', path: layout.file }]);
      expect(await tree()).toEqual(before);
      const { fix } = await test.result({ kind: 'fix', planId: planned.id });
      expect(fix).toMatchObject({ outcome: 'fixed', problem: null });
      expect(await readFile(layout.file)).toEqual(Buffer.from(layout.after));
      expect((await plan()).actions).toEqual([]);
      await test.result({ kind: 'rollback', targetId });
      expect(await readFile(layout.file)).toEqual(Buffer.from(layout.before));
      expect(await tree()).toEqual(before);
    });
  },
);

const owned = Object.entries(settingsLayouts).slice(0, 5);
describe.each(owned)('while %s runs', (_, make) => {
  it('its settings are neither changed nor put back', async () => {
    const { layout, test, targetId, plan, tree } = await laidOut(make);
    const planned = await plan();
    const before = await tree();
    let program = await startProgram(layout.owner ?? '');
    const refused = await test.run({ kind: 'fix', planId: planned.id });
    expect(refused.problem).toMatchObject({ code: 'owner-running', params: { pid: program.pid } });
    expect(await tree()).toEqual(before);
    await program.close();
    await test.result({ kind: 'fix', planId: planned.id });
    const after = await tree();
    program = await startProgram(layout.owner ?? '');
    const kept = await test.run({ kind: 'rollback', targetId });
    expect(kept.problem).toMatchObject({ code: 'owner-running', params: { pid: program.pid } });
    expect(await tree()).toEqual(after);
    await program.close();
    await test.result({ kind: 'rollback', targetId });
    expect(await tree()).toEqual(before);
  });
});

describe('settings that somebody changed', () => {
  const make = settingsLayouts['Comfy Desktop'];

  it('since the plan was made are not touched', async () => {
    if (!make) throw new Error('no layout');
    const { layout, test, plan } = await laidOut(make);
    const planned = await plan();
    const changed = String(layout.before).replace('--enable-manager', '--lowvram');
    await writeFile(layout.file, changed);
    const state = await test.run({ kind: 'fix', planId: planned.id });
    expect(state.problem?.code).toBe('plan-outdated');
    expect(await readFile(layout.file, 'utf8')).toBe(changed);
  });

  it('since the repair are not put back over their change', async () => {
    if (!make) throw new Error('no layout');
    const { layout, test, targetId, plan } = await laidOut(make);
    await test.result({ kind: 'fix', planId: (await plan()).id });
    const changed = String(layout.after).replace('--enable-manager', '--lowvram');
    await writeFile(layout.file, changed);
    const state = await test.run({ kind: 'rollback', targetId });
    expect(state.problem?.code).toBe('changed-since');
    expect(await readFile(layout.file, 'utf8')).toBe(changed);
  });
});

describe('what is not ours to edit', () => {
  const refused = async (layout: Awaited<ReturnType<typeof laidOut>>, file: string) => {
    const before = await layout.tree();
    const { test, targetId } = layout;
    const state = await test.run({ kind: 'plan', targetId, goal: 'pytorch-attention' });
    expect(state.problem).toMatchObject({
      code: 'script-not-editable',
      params: { path: file, flags: '--use-pytorch-cross-attention' },
    });
    expect(await layout.tree()).toEqual(before);
  };

  it('is a flag that shares its line with another one', async () => {
    const made = await laidOut(async (home) => {
      const layout = await settingsLayouts['RunPod']?.(home);
      if (!layout) throw new Error('no layout');
      await writeFile(layout.file, '--fast --use-sage-attention\n');
      return layout;
    });
    await refused(made, made.layout.file);
  });

  it('is the start script of Pinokio, which its next update would trip over', async () => {
    const made = await laidOut(async (home) => {
      const root = join(home, 'pinokio', 'api', 'comfy.git');
      const target = join(root, 'app');
      await makeComfyUi({ at: target });
      await makeScenario('healthy', { at: join(target, 'env') });
      await writeFile(join(root, 'pinokio.js'), 'module.exports = { title: "Comfy" }\n');
      const file = join(root, 'start.js');
      const before = 'module.exports = { run: [{ params: { message: ["python main.py"] } }] }\n';
      await writeFile(file, before);
      return { target: root, file, before, after: before, owner: null };
    });
    await refused(made, made.layout.file);
  });
});
