import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startIndex, unreachableIndex, type IndexServer } from '../support/index-server.ts';
import {
  breakInterpreter,
  environmentAt,
  makeEnvironment,
  runPython,
} from '../support/environments.ts';
import { makeComfyUiClone, makeScenario, scenarios } from '../support/scenarios.ts';
import { describeTree, digestTree, isBytecode } from '../support/tree-digest.ts';
import { valueAt } from '../support/command-line.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { plainWheel } from '../support/wheels/companions.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

describe('wheels in a real environment', () => {
  test('a copied environment has a working pip that reports its own packages', async () => {
    const environment = await makeScenario('healthy');
    const { stdout } = await runPython(environment, ['-m', 'pip', 'list', '--format=json']);
    const listed: unknown = JSON.parse(stdout);
    expect(listed).toContainEqual({ name: 'torch', version: '2.6.0+cu124' });
    expect(listed).toContainEqual({ name: 'xformers', version: '0.0.29.post3' });
    const check = await runPython(environment, ['-m', 'pip', 'check']);
    expect(check.stdout).toContain('No broken requirements found.');
  });

  test('the fast installation equals that of pip, byte for byte', async () => {
    const packages = scenarios.healthy();
    const fast = await makeEnvironment({ packages });
    const real = await makeEnvironment({});
    await runPython(
      real,
      [
        ...['-m', 'pip', 'install', '--no-compile', '--no-cache-dir', '--no-deps'],
        ...['--extra-index-url', `${index.address}/whl/cu124/`],
        ...packages.map((wheel) => `${wheel.name}==${wheel.version}`),
      ],
      index.environment(),
    );
    const unify = async (root: string): Promise<string[]> =>
      (await describeTree(root, { ignore: isBytecode })).filter(
        // Files that name the folder itself differ in their hash: pip's own scripts, and ours.
        (line) => !/ (pyvenv\.cfg|bin\/.*|.*\/RECORD)$/.test(line),
      );
    expect(await unify(fast.root)).toEqual(await unify(real.root));
    const record = async (environment: typeof fast): Promise<string> =>
      (
        await readFile(join(environment.sitePackages, 'torch-2.6.0+cu124.dist-info/RECORD'), 'utf8')
      ).replace(/torchrun,.*/, 'torchrun');
    expect(await record(fast)).toBe(await record(real));
    const script = async (environment: typeof fast): Promise<string> =>
      (await readFile(join(environment.root, 'bin/torchrun'), 'utf8')).replace(/^#!.*/, '');
    expect(await script(fast)).toBe(await script(real));
  });

  test('pip installs from the index, checks hashes, and removes again', async () => {
    const environment = await makeScenario('noXformers', {
      installedBy: 'pip',
      index,
      extraIndexes: ['whl/cu124'],
    });
    const before = await digestTree(environment.root, { ignore: isBytecode });
    const variables = index.environment();
    await runPython(environment, ['-m', 'pip', 'install', 'xformers==0.0.29.post3'], variables);
    const answer = await runPython(environment, [
      '-c',
      'import xformers; print(xformers.__version__)',
    ]);
    expect(answer.stdout.trim()).toBe('0.0.29.post3');
    await runPython(environment, ['-m', 'pip', 'uninstall', '-y', 'xformers'], variables);
    expect(await digestTree(environment.root, { ignore: isBytecode })).toBe(before);
  });

  test('pip makes a report of what it would install', async () => {
    const environment = await makeScenario('mismatched');
    const { stdout } = await runPython(
      environment,
      [
        ...['-m', 'pip', 'install', '--dry-run', '--quiet', '--report', '-', '--no-deps'],
        ...['--index-url', `${index.torchBaseUrl}/cu124`, 'xformers==0.0.29.post3'],
      ],
      index.environment(),
    );
    const report: unknown = JSON.parse(stdout);
    const first = (...path: string[]) => valueAt(report, ['install', 0, ...path]);
    expect(first('metadata', 'version')).toBe('0.0.29.post3');
    expect(first('download_info', 'url')).toContain('/whl/cu124/');
    expect(first('download_info', 'archive_info', 'hashes', 'sha256')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the imitations behave as the real packages', () => {
  test('healthy: the extension loads and the operators are there', async () => {
    const environment = await makeScenario('healthy');
    const { stdout, stderr } = await runPython(environment, ['-m', 'xformers.info']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/memory_efficient_attention\.cutlassF-pt: +available/);
    expect(stdout).toMatch(/memory_efficient_attention\.fa2F@v2\.7\.2\.post1: +available/);
    expect(stdout).toMatch(/build\.torch_version: +2\.6\.0\+cu124/);
    expect(stdout).toMatch(/build\.cuda_version: +1204/);
  });

  test('mismatched: the warning, and the attribute that every guide checks is there all the same', async () => {
    const environment = await makeScenario('mismatched');
    const { stdout, stderr } = await runPython(environment, [
      '-c',
      "import xformers, xformers.ops; print(hasattr(xformers.ops, 'memory_efficient_attention'), xformers._has_cpp_library, type(xformers._cpp_lib._cpp_library_load_exception).__name__)",
    ]);
    expect(stdout.trim()).toBe('True False xFormersInvalidLibException');
    expect(stderr).toContain(
      "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:\n    PyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)\n    Python  3.11.9 (you have 3.",
    );
    expect(stderr).toContain('Set XFORMERS_MORE_DETAILS=1 for more details');
  });

  test.each([
    ['cpuTorch', 'PyTorch 2.6.0+cu124 with CUDA 1204 (you have 2.6.0+cpu)'],
    ['cudaMajorMismatch', 'PyTorch 2.10.0+cu128 with CUDA 1208 (you have 2.10.0+cu130)'],
  ] as const)('%s: the extension is refused', async (name, sentence) => {
    const environment = await makeScenario(name);
    const { stderr } = await runPython(environment, ['-c', 'import xformers']);
    expect(stderr).toContain(sentence);
  });

  test('a wheel that lies about its build is found out when it is loaded', async () => {
    const liar = xformersWheel({
      version: '0.0.29.post3',
      torch: '2.6.0+cu124',
      reallyBuiltFor: '2.3.1+cu121',
    });
    const environment = await makeEnvironment({
      packages: [...scenarios.noXformers(), liar],
    });
    const { stderr } = await runPython(environment, ['-c', 'import xformers']);
    expect(stderr).toContain('PyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)');
  });

  test('Triton missing is a warning for xFormers and the end for SageAttention', async () => {
    const environment = await makeScenario('tritonRequired');
    const gpu = { TORCH_IMITATION_GPU: 'NVIDIA GeForce RTX 4090;8.9;24564' };
    const { stderr } = await runPython(environment, ['-c', 'import xformers.ops'], gpu);
    expect(stderr).toContain(
      'A matching Triton is not available, some optimizations will not be enabled',
    );
    await expect(runPython(environment, ['-c', 'import sageattention'])).rejects.toThrow(
      "ModuleNotFoundError: No module named 'triton'",
    );
  });

  test('attention runs on a GPU and is refused without one', async () => {
    const environment = await makeScenario('healthy');
    const program = [
      'import torch, xformers.ops',
      'where = "cuda" if torch.cuda.is_available() else "cpu"',
      'q = torch.randn(1, 128, 8, 64, dtype=torch.float16, device=where)',
      'print(tuple(xformers.ops.memory_efficient_attention(q, q, q).shape))',
    ].join('\n');
    const gpu = { TORCH_IMITATION_GPU: 'NVIDIA GeForce RTX 4090;8.9;24564' };
    expect((await runPython(environment, ['-c', program], gpu)).stdout.trim()).toBe(
      '(1, 128, 8, 64)',
    );
    await expect(runPython(environment, ['-c', program])).rejects.toThrow(
      'No operator found for `memory_efficient_attention_forward` with inputs:',
    );
  });
});

describe('the index can fail', () => {
  test('a project is missing, nothing listens, a download hangs or breaks off', async () => {
    const server = await startIndex({
      catalogue: { simple: [plainWheel({ name: 'big', version: '1.0', padding: 2_000_000 })] },
    });
    const environment = await makeEnvironment({});
    const install = (url: string, retries = '0'): Promise<unknown> =>
      runPython(
        environment,
        [
          ...['-m', 'pip', 'install', '--no-cache-dir', '--retries', retries, '--timeout', '1'],
          ...['--index-url', url, 'big'],
        ],
        server.environment(),
      );
    server.setFaults({ missingProjects: ['big'] });
    await expect(install(server.simpleUrl)).rejects.toThrow('No matching distribution found');
    server.setFaults({ hangAfterBytes: 100_000 });
    await expect(install(server.simpleUrl)).rejects.toThrow(/[Rr]ead timed out/);
    // Without a retry pip says nothing of the network, only that it found no version.
    await expect(install(await unreachableIndex(), '1')).rejects.toThrow('Connection refused');
    server.setFaults({ bytesPerSecond: 8_000_000 });
    await install(server.simpleUrl);
    expect(server.requests.filter((line) => line.includes('.whl')).length).toBeGreaterThan(1);
    await server.close();
  });
});

describe('bad interpreters', () => {
  test('crash, chatter, a dangling link and a file that may not run', async () => {
    const made = async (way: Parameters<typeof breakInterpreter>[1]): Promise<string> => {
      const environment = await makeEnvironment({ withoutPip: true });
      await breakInterpreter(environment, way);
      return runPython(environment, ['-c', 'print(1)']).then(
        (answer) => answer.stdout,
        (error: unknown) => String(error),
      );
    };
    expect(await made('crashes')).toContain('Fatal Python error');
    expect(await made('rubbish')).toContain('Welcome to my Python');
    expect(await made('dangling')).toContain('ENOENT');
    expect(await made('not-executable')).toContain('EACCES');
  });
});

test('a ComfyUI clone holds its environment', async () => {
  const { root, environment } = await makeComfyUiClone('bare', { folder: '.venv' });
  expect(environment.root).toBe(join(root, '.venv'));
  expect((await environmentAt(environment.root)).python).toBe(environment.python);
  const tree = await describeTree(root, { ignore: (path) => path === '.venv' });
  expect(tree.some((line) => line.endsWith(' comfyui_version.py'))).toBe(true);
  expect(torchWheel({ version: '2.6.0+cu124' }).fileName).toBe(
    'torch-2.6.0+cu124-py3-none-any.whl',
  );
});
