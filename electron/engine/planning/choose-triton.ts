import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { tritonLinuxRows, tritonWindowsRows } from '../knowledge/tables.ts';
import { familyOfTorch, minorOf, plainVersion, vendorOfTorch } from '../knowledge/cuda-family.ts';
import { combination } from './choose-xformers.ts';
import { nothingToDo, type Intent } from './intent.ts';

/** Triton has no kernels for GPUs below this (triton-windows readme). */
const oldestCapability = 7.5;

/** The Triton that goes with this torch: exact on Linux, a series of triton-windows on Windows. */
export function chooseTriton(facts: Facts, torch: TorchBuild): Intent {
  const what = combination(facts, torch);
  const hasWheels = facts.platform !== 'darwin' && facts.architecture === 'x64';
  // ROCm and XPU have a Triton of their own, which torch brings along.
  if (!hasWheels || vendorOfTorch(torch) !== 'cuda' || isTooOld(facts)) {
    fail('no-matching-wheel', { params: { name: 'Triton', what } });
  }
  return facts.platform === 'win32' ? onWindows(facts, torch, what) : onLinux(torch, what);
}

function isTooOld(facts: Facts): boolean {
  const known = (valueOf(facts.gpus) ?? []).map((gpu) => gpu.computeCapability).filter(isText);
  return known.length > 0 && known.every((capability) => Number(capability) < oldestCapability);
}

function onLinux(torch: TorchBuild, what: string): Intent {
  const plain = plainVersion(torch.version);
  const row =
    tritonLinuxRows.find((each) => each.torch === plain) ??
    tritonLinuxRows.find((each) => each.torch === `${minorOf(plain)}.x`);
  if (!row) fail('no-matching-wheel', { params: { name: 'Triton', what } });
  const requirements = [`triton==${row.triton}`];
  const family = familyOfTorch(torch);
  return {
    ...nothingToDo,
    attempts: [
      { requirements, index: 'default', forceReinstall: false },
      ...(family
        ? [{ requirements, index: { torchVariant: family.variant }, forceReinstall: false }]
        : []),
    ],
    movable: ['triton'],
    subject: { name: `Triton ${row.triton}`, what },
    warnings:
      row.confidence === 'inferred' ? [message('plan.warning.inferred', { name: 'Triton' })] : [],
  };
}

function onWindows(facts: Facts, torch: TorchBuild, what: string): Intent {
  const row = tritonWindowsRows.find((each) => each.torch === minorOf(torch.version));
  if (!row?.below || !row.series) fail('no-matching-wheel', { params: { name: 'Triton', what } });
  // The upstream package has the same import name and no Windows build: it would be in the way.
  const inTheWay = facts.distributions.some((each) => each.name === 'triton');
  return {
    ...nothingToDo,
    attempts: [
      {
        requirements: [`triton-windows>=${row.series},<${row.below}`],
        index: 'default',
        forceReinstall: false,
      },
    ],
    movable: ['triton-windows'],
    remove: inTheWay ? ['triton'] : [],
    subject: { name: `Triton ${row.series}`, what },
    warnings: row.confidence.startsWith('inferred')
      ? [message('plan.warning.inferred', { name: 'Triton' })]
      : [],
  };
}

function isText(value: string | null): value is string {
  return value !== null;
}
