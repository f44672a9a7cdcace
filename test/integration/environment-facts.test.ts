import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileVersion } from '../../electron/engine/inspection/file-version.ts';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { makeEnvironment } from '../support/environments.ts';
import { makeScenario, scenarios } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { torchvisionWheel } from '../support/wheels/companions.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

type Own = { platform?: 'win32'; variables?: Record<string, string> };

async function factsOf(root: string, own: Own = {}) {
  const real = createNodeSystem();
  const system = {
    ...real,
    ...(own.platform ? { platform: own.platform } : {}),
    environment: { ...real.environment, CC: undefined, ...own.variables },
  };
  const environment = await environmentAt(system, root);
  if (!environment) throw new Error('the environment was not recognised');
  return gatherStaticFacts(system, { id: environment.id, install: null, environment });
}

async function diagnosed(root: string) {
  const test = await startTestEngine();
  const targetId = await test.engine.resolveTarget(root);
  return (await test.result({ kind: 'diagnose', targetId, static: false })).diagnosis;
}

/** A library with nothing in it but the version that Windows reads. */
function libraryOf(version: [number, number, number, number]): Buffer {
  const [major, minor, build, revision] = version;
  const bytes = Buffer.alloc(256, 0xbd);
  bytes.set([0xbd, 0x04, 0xef, 0xfe, 0, 0, 1, 0], 131);
  bytes.writeUInt16LE(minor, 139);
  bytes.writeUInt16LE(major, 141);
  bytes.writeUInt16LE(revision, 143);
  bytes.writeUInt16LE(build, 145);
  return bytes;
}

/** An embedded Python as the portable ComfyUI has it, with triton-windows in it. */
async function makeEmbeddedPython(): Promise<string> {
  const root = join(await makeTemporaryFolder('embedded'), 'python_embeded');
  const site = join(root, 'Lib', 'site-packages');
  await mkdir(join(site, 'triton_windows-3.5.1.post21.dist-info'), { recursive: true });
  await writeFile(join(root, 'python.exe'), '');
  await writeFile(join(root, 'python311.dll'), '');
  await writeFile(join(root, 'python311._pth'), 'python311.zip\n.\nimport site\n');
  return root;
}

describe('what Triton needs around it', () => {
  it('is not looked for without Triton', async () => {
    const environment = await makeScenario('tritonMissing');
    expect((await factsOf(environment.root)).toolchain).toBeNull();
  });

  it('is a compiler by CC, then on the search path', async () => {
    const environment = await makeScenario('healthy');
    const tools = await makeTemporaryFolder('tools');
    const compiler = async (variables: Record<string, string>) =>
      (await factsOf(environment.root, { variables })).toolchain?.compiler;
    expect(await compiler({ PATH: tools })).toEqual({ state: 'absent', how: 'file' });
    await writeFile(join(tools, 'gcc'), '');
    expect(await compiler({ PATH: tools })).toMatchObject({ value: join(tools, 'gcc') });
    expect(await compiler({ PATH: tools, CC: 'my-cc' })).toMatchObject({ value: 'my-cc' });
  });

  it('is Python.h, an import library and a runtime on Windows', async () => {
    const root = await makeEmbeddedPython();
    const variables = { SystemRoot: await makeTemporaryFolder('windows') };
    const toolchain = async () => (await factsOf(root, { platform: 'win32', variables })).toolchain;
    const bare = await toolchain();
    expect(bare?.headers.state).toBe('absent');
    expect(bare?.importLibrary.state).toBe('absent');
    expect(bare?.runtimeBesidePython.state).toBe('absent');
    expect(bare?.runtimeOfSystem.state).toBe('absent');
    await mkdir(join(root, 'include'));
    await mkdir(join(root, 'libs'));
    await writeFile(join(root, 'include', 'Python.h'), '');
    await writeFile(join(root, 'libs', 'python311.lib'), '');
    await writeFile(join(root, 'msvcp140.dll'), libraryOf([14, 29, 30133, 0]));
    const whole = await toolchain();
    expect(whole?.headers.state).toBe('known');
    expect(whole?.importLibrary.state).toBe('known');
    expect(whole?.runtimeBesidePython).toMatchObject({ value: { version: '14.29.30133.0' } });
  });

  it('reads no version from a file that has none', () => {
    expect(fileVersion(Buffer.alloc(64))).toBeNull();
    expect(fileVersion(Buffer.from([0xbd, 0x04, 0xef, 0xfe]))).toBeNull();
    expect(fileVersion(Buffer.alloc(0))).toBeNull();
  });
});

describe('what files tell of attention packages', () => {
  it('is the wheel that pip was given and the compiled parts', async () => {
    const environment = await makeScenario('healthy');
    const site = environment.sitePackages;
    const listing = join(site, 'flash_attn-2.8.3.dist-info');
    await mkdir(listing);
    await mkdir(join(site, 'flash_attn'));
    await writeFile(join(site, 'flash_attn', '__init__.py'), '');
    await writeFile(join(site, 'flash_attn_2_cuda.cpython-310-x86_64-linux-gnu.so'), '');
    const wheel = 'flash_attn-2.8.3+cu12torch2.8cxx11abiTRUE-cp310-cp310-linux_x86_64.whl';
    const url = `file:///tmp/${encodeURIComponent(wheel)}`;
    await writeFile(join(listing, 'direct_url.json'), JSON.stringify({ url, archive_info: {} }));
    expect((await factsOf(environment.root)).attentionBuilds).toEqual([
      {
        name: 'flash-attn',
        version: '2.8.3',
        wheel,
        compiled: ['flash_attn_2_cuda.cpython-310-x86_64-linux-gnu.so'],
        importable: true,
      },
    ]);
    await writeFile(join(listing, 'direct_url.json'), '{"url": 3');
    expect((await factsOf(environment.root)).attentionBuilds[0]?.wheel).toBeNull();
  });
});

describe('a live Python says', () => {
  it('that torchvision does not start, in the words of the log tables as well', async () => {
    const environment = await makeEnvironment({
      packages: [
        ...scenarios.healthy().filter((wheel) => !wheel.fileName.startsWith('torchvision')),
        torchvisionWheel({ version: '0.20.1+cu124', torch: '2.5.1' }),
      ],
    });
    const diagnosis = await diagnosed(environment.root);
    expect(diagnosis.findings[0]).toMatchObject({
      cause: 'torchvision_torch_mismatch',
      severity: 'error',
      confidence: 'high',
    });
    expect(diagnosis.facts.said.map((each) => each.line)).toContain(null);
    expect(diagnosis.facts.said.every((each) => each.line === null)).toBe(true);
  });

  it('that xFormers stops at the remains of flash-attn', async () => {
    const environment = await makeEnvironment({
      packages: [
        torchWheel({ version: '2.10.0+cu128' }),
        torchvisionWheel({ version: '0.25.0+cu128', torch: '2.10.0' }),
        xformersWheel({ version: '0.0.35', torch: '2.10.0+cu128' }),
      ],
    });
    await mkdir(join(environment.sitePackages, 'flash_attn', 'cute'), { recursive: true });
    const facts = await factsOf(environment.root);
    expect(facts.attentionBuilds).toMatchObject([{ name: 'flash-attn', version: null }]);
    const diagnosis = await diagnosed(environment.root);
    const found = diagnosis.facts.live;
    expect(found.state === 'known' && found.value.imports).toContainEqual({
      module: 'flash_attn',
      error: 'no module in the folder of that name',
    });
  });

  it('for which cards torch has kernels', async () => {
    const environment = await makeScenario('healthy');
    const { live } = (await diagnosed(environment.root)).facts;
    expect(live.state === 'known' && Array.isArray(live.value.torch?.architectures)).toBe(true);
  });
});
