import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { makeEnvironment } from '../support/environments.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';

async function factsOf(
  root: string,
  own: { homeFolder?: string; platform?: 'win32' | 'linux'; appData?: string } = {},
) {
  const real = createNodeSystem();
  const system = {
    ...real,
    ...(own.homeFolder ? { homeFolder: own.homeFolder } : {}),
    ...(own.platform ? { platform: own.platform } : {}),
    environment: own.appData ? { ...real.environment, APPDATA: own.appData } : real.environment,
  };
  const environment = await environmentAt(system, root);
  if (!environment) throw new Error('the environment was not recognised');
  return gatherStaticFacts(system, { id: environment.id, install: null, environment });
}

describe('static inspection', () => {
  it('compares comfy-kitchen with torch and with what this ComfyUI pins, and starts no Python', async () => {
    const causesWith = async (pin: string, kitchen: string | null) => {
      const { root, environment } = await makeComfyUiClone('healthy');
      await writeFile(join(root, 'requirements.txt'), `torch\ncomfy-kitchen==${pin}\n# end\n`);
      if (kitchen !== null) {
        const place = join(environment.sitePackages, `comfy_kitchen-${kitchen}.dist-info`);
        await mkdir(place);
        await writeFile(join(place, 'METADATA'), `Name: comfy-kitchen\nVersion: ${kitchen}\n`);
      }
      const test = await startTestEngine();
      const targetId = await test.engine.resolveTarget(root);
      const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
      return diagnosis.findings.map((each) => `${each.cause} ${each.severity}`);
    };
    expect(await causesWith('0.2.36', '0.2.36')).toContain('attention_api_break error');
    expect(await causesWith('0.2.20', '0.2.7')).toContain('attention_api_break warning');
    expect(await causesWith('0.2.20', null)).toContain('accel_package_not_installed warning');
    const fine = await causesWith('0.2.20', '0.2.20');
    expect(fine.filter((each) => /attention_api_break|not_installed error/.test(each))).toEqual([]);
  });

  it('reports leftovers, duplicates and packages without a RECORD, and takes none for real', async () => {
    const environment = await makeScenario('healthy');
    const site = environment.sitePackages;
    await mkdir(join(site, '~orch'));
    await mkdir(join(site, '~orch-2.5.1.dist-info'));
    await mkdir(join(site, 'numpy-1.26.4.dist-info'));
    await rm(join(site, 'triton-3.2.0.dist-info', 'RECORD'));
    const facts = await factsOf(environment.root);
    expect(facts.packageHealth.leftovers.map((each) => each.slice(site.length + 1)).sort()).toEqual(
      ['~orch', '~orch-2.5.1.dist-info'],
    );
    expect(facts.packageHealth.duplicates).toEqual([
      { name: 'numpy', versions: expect.arrayContaining(['1.26.4', '2.2.6']) as string[] },
    ]);
    expect(facts.packageHealth.withoutRecord).toContain('triton');
    expect(
      facts.distributions.filter((each) => each.name.includes('orch') && each.version === '2.5.1'),
    ).toEqual([]);
  });

  it('reads what torchaudio was built for, which the name of its metadata leaves out', async () => {
    const environment = await makeScenario('healthy');
    const site = environment.sitePackages;
    await mkdir(join(site, 'torchaudio-2.11.0.dist-info'));
    await mkdir(join(site, 'torchaudio'));
    await writeFile(
      join(site, 'torchaudio', 'version.py'),
      "__version__ = '2.11.0+cu130'\ngit_version = '34c52a67'\n",
    );
    const { distributions } = await factsOf(environment.root);
    expect(distributions.find((each) => each.name === 'torchaudio')).toMatchObject({
      version: '2.11.0',
      build: '2.11.0+cu130',
    });
    expect(distributions.filter((each) => each.build !== undefined)).toHaveLength(1);
  });

  it('misses the compiled part of xFormers only where its RECORD or its own code wants it', async () => {
    const judged = async (root: string) => {
      const test = await startTestEngine();
      const targetId = await test.engine.resolveTarget(root);
      const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
      return diagnosis.findings[0]?.cause;
    };
    const environment = await makeScenario('healthy');
    const site = environment.sitePackages;
    await rm(join(site, 'xformers', '_C.so'));
    expect(await judged(environment.root)).toBe('xformers_incomplete_build');
    const record = join(site, 'xformers-0.0.29.post3.dist-info', 'RECORD');
    const lines = (await readFile(record, 'utf8')).split('\n');
    await writeFile(record, lines.filter((line) => !line.includes('_C.so')).join('\n'));
    // Its own loader looks for it in this folder and nowhere else (xformers/_cpp_lib.py).
    expect(await judged(environment.root)).toBe('xformers_incomplete_build');
    await rm(join(site, 'xformers', '_cpp_lib.py'));
    expect(await judged(environment.root)).toBe('healthy');
  });

  it('reads the search path of an embedded Python, and the user’s packages that leak into it', async () => {
    const folder = await makeTemporaryFolder('portable');
    const root = join(folder, 'python_embeded');
    await mkdir(join(root, 'Lib', 'site-packages', 'torch'), { recursive: true });
    await writeFile(join(root, 'python.exe'), '');
    await writeFile(
      join(root, 'python312._pth'),
      '../ComfyUI\r\npython312.zip\r\n.\r\nimport site\r\n',
    );
    const version = "__version__ = '2.6.0+cu124'\ncuda = '12.4'\n";
    await writeFile(join(root, 'Lib', 'site-packages', 'torch', 'version.py'), version);
    const appData = join(folder, 'Roaming');
    const leak = join(appData, 'Python', 'Python312', 'site-packages', 'torch-2.5.0.dist-info');
    await mkdir(leak, { recursive: true });
    const facts = await factsOf(root, { platform: 'win32', appData });
    expect(facts.interpreter).toMatchObject({ kind: 'embedded', version: '3.12' });
    expect(facts.pathConfiguration).toMatchObject({
      importsSite: true,
      lines: ['../ComfyUI', 'python312.zip', '.', 'import site'],
    });
    expect(facts.packageHealth.userSite.map((each) => [each.name, each.version])).toEqual([
      ['torch', '2.5.0'],
    ]);
    expect(facts.torch).toMatchObject({ value: { version: '2.6.0+cu124', cuda: '12.4' } });
  });

  it('does not look for user packages where Python does not', async () => {
    const home = await makeTemporaryFolder('home');
    const environment = await makeEnvironment();
    const [, minor = ''] = /python(3\.\d+)/.exec(environment.sitePackages) ?? [];
    await mkdir(
      join(home, '.local/lib', `python${minor}`, 'site-packages', 'torch-9.9.dist-info'),
      { recursive: true },
    );
    expect((await factsOf(environment.root, { homeFolder: home })).packageHealth.userSite).toEqual(
      [],
    );
  });

  it('predicts the attention from the launch flags of a script in an old Windows encoding', async () => {
    const { root } = await makeComfyUiClone('healthy');
    const gbk = Buffer.concat([
      Buffer.from('@echo off\r\nrem '),
      Buffer.from([0xc6, 0xf4, 0xb6, 0xaf]),
      Buffer.from(
        '\r\nvenv\\Scripts\\python.exe -s main.py --use-pytorch-cross --listen\r\npause\r\n',
      ),
    ]);
    await writeFile(join(root, 'start.bat'), gbk);
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(root);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
    expect(diagnosis.facts.backend).toEqual({
      backend: 'pytorch',
      reason: { key: 'backend.by-flag', params: { flag: '--use-pytorch-cross-attention' } },
    });
  });
});
