import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { saidRules } from '../../../../electron/engine/diagnosis/said-rules/index.ts';
import { comfyCli } from '../../../../electron/engine/discovery/locators/comfy-cli.ts';
import { gitClone } from '../../../../electron/engine/discovery/locators/git-clone.ts';
import { stabilityMatrix } from '../../../../electron/engine/discovery/locators/stability-matrix.ts';
import { conda } from '../../../../electron/engine/discovery/python-sources/conda.ts';
import { refineFacts } from '../../../../electron/engine/examination/diagnose.ts';
import { gatherStaticFacts } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../../../electron/engine/pythons/environment-at.ts';
import { absent } from '../../../../shared/facts.ts';
import type { OperationState } from '../../../../shared/operation.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { makeComfyUi } from '../../../support/comfyui.ts';
import { makeEnvironment } from '../../../support/environments.ts';
import { distributions, factsWith, torch } from '../../../support/facts.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';
import { startTestEngine } from '../../../support/test-engine.ts';

const mistake = (): never => {
  throw new TypeError('a mistake of ours');
};
const lateMistake = (): Promise<never> => Promise.resolve().then(mistake);

const logIn = (stateFolder: string): Promise<string> =>
  readFile(join(stateFolder, 'logs', 'attention-doctor.log'), 'utf8');

afterEach(() => vi.restoreAllMocks());

/** Which parts are told as broken; each has the stack of what was thrown. */
function partsOf(problems: readonly Problem[] | undefined): unknown[] {
  return (problems ?? []).map(({ code, params, detail }) => {
    expect(code).toBe('part-broken');
    expect(detail).toMatch(/TypeError: a mistake of ours\n\s+at .*broken-parts\.test/);
    return params?.['part'];
  });
}

describe('a search goes on without the part that broke', () => {
  let home: string;
  let install: string;
  beforeEach(async () => {
    home = await makeTemporaryFolder('home');
    install = await makeComfyUi({ at: join(home, 'ComfyUI') });
  });

  async function search(): Promise<{ state: OperationState; log: string }> {
    const { engine, run, stateFolder } = await startTestEngine({
      environment: { HOME: home },
      adjust: (system) => ({ ...system, homeFolder: home }),
    });
    const state = await run({ kind: 'find' }, { roots: [home] });
    await engine.close();
    return {
      state,
      log: await logIn(stateFolder),
    };
  }

  const rootsIn = ({ result }: OperationState): string[] =>
    result?.kind === 'find' ? result.found.installs.map((each) => each.sourceRoot) : [];

  it.each<[string, () => unknown]>([
    ['stability_matrix', () => vi.spyOn(stabilityMatrix, 'places').mockImplementation(lateMistake)],
    ['stability_matrix', () => vi.spyOn(stabilityMatrix, 'places').mockImplementation(mistake)],
    ['conda', () => vi.spyOn(conda, 'find').mockImplementation(lateMistake)],
  ])('%s', async (part, breakIt) => {
    breakIt();
    const { state, log } = await search();
    expect(partsOf(state.problems)).toEqual([part]);
    expect(rootsIn(state)).toContain(install);
    expect(state).toMatchObject({ outcome: 'succeeded', problem: null });
    expect(log).toContain('broken-parts.test');
  });

  it('a locator that breaks at every folder is told once', async () => {
    await makeComfyUi({ at: join(home, 'other', 'ComfyUI') });
    vi.spyOn(gitClone, 'recognise').mockImplementation(mistake);
    const { state } = await search();
    expect(partsOf(state.problems)).toEqual(['git_clone']);
    expect(rootsIn(state)).toEqual([]);
  });
});

describe('what a folder is', () => {
  it('is said where another part recognises it, and the mistake is in the log', async () => {
    const folder = await makeComfyUi();
    vi.spyOn(comfyCli, 'recognise').mockImplementation(mistake);
    const { engine, stateFolder } = await startTestEngine();
    expect(await engine.resolveTarget(folder)).toMatch(/^install-/);
    await engine.close();
    expect(await logIn(stateFolder)).toContain('TypeError: a mistake of ours');
  });

  it('is not said to be nothing where a part broke', async () => {
    const folder = await makeComfyUi();
    vi.spyOn(gitClone, 'recognise').mockImplementation(mistake);
    const { engine, stateFolder } = await startTestEngine();
    const problem = { code: 'part-broken', params: { part: 'git_clone' } };
    await expect(engine.resolveTarget(folder)).rejects.toMatchObject({ problem });
    await engine.close();
    const log = await logIn(stateFolder);
    expect(log).toContain('TypeError: a mistake of ours');
  });
});

describe('a rule that breaks', () => {
  const [rule] = saidRules;
  const breakRule = (): unknown => rule && vi.spyOn(rule, 'find').mockImplementation(mistake);

  it('costs the word healthy', () => {
    const comfyui = { version: null, flags: ['--cpu'] };
    const cpuTorch = torch('2.6.0+cpu', null);
    const facts = factsWith({ torch: cpuTorch, xformers: absent('file'), comfyui });
    expect(judge(facts)).toMatchObject({ verdict: 'healthy' });
    breakRule();
    const judged = judge(facts);
    expect(judged).toMatchObject({ verdict: 'unknown', headline: { key: 'verdict.unknown' } });
    expect(partsOf(judged.broken)).toEqual([rule?.reads.join(' ')]);
  });

  it('leaves what the others found', () => {
    const facts = factsWith({
      triton: absent('file'),
      distributions: distributions('sageattention'),
    });
    breakRule();
    const judged = judge(facts);
    expect(judged.findings[0]?.cause).toBe('triton_missing_required');
    expect(judged.verdict).toBe('problem');
  });

  it('is told with the answer to a log', () => {
    const log =
      'ComfyUI version: 0.3.40\nUsing xformers attention\nTo see the GUI go to: http://x:1';
    expect(analyse(log).broken).toBeUndefined();
    breakRule();
    const { broken, verdict } = analyse(log);
    expect(partsOf(broken)).toHaveLength(1);
    expect(verdict).toBe('unknown');
  });
});

it('a probe that breaks leaves what the files tell', async () => {
  const { root } = await makeEnvironment({ withoutPip: true });
  const system = createNodeSystem();
  const environment = await environmentAt(system, root);
  if (!environment) throw new Error('no environment');
  const target = { id: 'a', install: null, environment };
  const facts = await gatherStaticFacts(system, target);
  const broken: Problem[] = [];
  const onBroken = (problem: Problem): unknown => broken.push(problem);
  const refined = await refineFacts({ ...system, run: mistake }, target, facts, { onBroken });
  expect(partsOf(broken).sort()).toEqual(['nvidia-smi', 'probe']);
  expect(refined.live.state).toBe('unknown');
  expect(refined.interpreter).toEqual(facts.interpreter);
});
