import path from 'node:path';
import { absent, known, unknown, type Fact, type Gpu } from '../../../shared/facts.ts';
import { toProblem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered, isUnanswered } from '../machine/unanswered.ts';

type Driver = { version: string | null };

/** Whether an NVIDIA driver is installed, from its files alone. */
export async function readDriverFiles(system: System): Promise<Fact<Driver>> {
  const kernelModule = await system.files
    .readText('/proc/driver/nvidia/version')
    .catch(ifUnanswered(null));
  if (kernelModule !== null) {
    const version = /Kernel Module[^\d]*(?:for x86_64\s+)?(\d+\.\d+(?:\.\d+)?)/.exec(
      kernelModule,
    )?.[1];
    return known({ version: version ?? null }, 'driver', '/proc/driver/nvidia/version');
  }
  for (const file of driverLibraries(system)) {
    if (await system.files.info(file)) return known({ version: null }, 'driver', file);
  }
  return absent('driver');
}

function driverLibraries(system: System): string[] {
  if (system.platform === 'darwin') return [];
  if (system.platform === 'win32') {
    return [path.join(system.environment.SystemRoot ?? 'C:\\Windows', 'System32', 'nvcuda.dll')];
  }
  return [
    '/usr/lib/x86_64-linux-gnu',
    '/usr/lib64',
    '/usr/lib/wsl/lib',
    '/usr/lib/aarch64-linux-gnu',
  ].map((folder) => `${folder}/libcuda.so.1`);
}

const vendors: Record<string, Gpu['vendor']> = {
  '0x10de': 'nvidia',
  '0x1002': 'amd',
  '0x8086': 'intel',
};

/** Linux: the vendors of the graphics cards that the kernel lists; no names. */
export async function readDisplayVendors(system: System): Promise<Fact<Gpu[]>> {
  if (system.platform !== 'linux') return unknown();
  const cards = (await system.files.list('/sys/class/drm').catch(ifUnanswered(null))) ?? [];
  const gpus: Gpu[] = [];
  for (const card of cards) {
    if (!/^card\d+$/.test(card.name)) continue;
    const text = await system.files
      .readText(`/sys/class/drm/${card.name}/device/vendor`)
      .catch(ifUnanswered(null));
    if (text === null) continue;
    const vendor = vendors[text.trim()] ?? 'other';
    gpus.push({ vendor, name: vendor, computeCapability: null, memoryMiB: null });
  }
  return gpus.length > 0 ? known(gpus, 'driver', '/sys/class/drm') : unknown();
}

const query = ['name', 'compute_cap', 'memory.total', 'driver_version'];

/** Asks the driver's own tool. Not a Python, but a program: only when live facts are wanted. */
export async function askNvidiaSmi(
  system: System,
  signal?: AbortSignal,
): Promise<{ gpus: Fact<Gpu[]>; driver: Fact<Driver> }> {
  const program = system.platform === 'win32' ? 'nvidia-smi.exe' : 'nvidia-smi';
  try {
    const { stdout, exitCode } = await system.run(
      { program, arguments: [`--query-gpu=${query.join(',')}`, '--format=csv,noheader,nounits'] },
      { timeLimit: 10_000, okExitCodes: 'any', ...(signal ? { signal } : {}) },
    );
    const rows = exitCode === 0 ? parseNvidiaSmi(stdout) : [];
    if (rows.length === 0) return { gpus: unknown(), driver: unknown() };
    return {
      gpus: known(
        rows.map((row) => row.gpu),
        'driver',
        'nvidia-smi',
      ),
      driver: known({ version: rows[0]?.driver ?? null }, 'driver', 'nvidia-smi'),
    };
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    const problem = toProblem(error);
    return { gpus: unknown(problem), driver: unknown(problem) };
  }
}

function parseNvidiaSmi(output: string): { gpu: Gpu; driver: string | null }[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    const [name, capability = '', memory = '', driver = ''] = cells;
    if (cells.length < query.length || !name) return [];
    return [
      {
        gpu: {
          vendor: 'nvidia' as const,
          name,
          // Drivers before 510 answer "[N/A]" for compute_cap.
          computeCapability: /^\d+\.\d+$/.test(capability) ? capability : null,
          memoryMiB: /^\d+$/.test(memory) ? Number(memory) : null,
        },
        driver: /^\d+\./.test(driver) ? driver : null,
      },
    ];
  });
}
