import { message } from '../../../../shared/messages/index.ts';
import type { LinkId } from '../../../../shared/links.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { capabilityOf } from '../../diagnosis/evidence/graphics-cards.ts';
import { minorOf } from '../../knowledge/cuda-family.ts';
import type { Owner } from '../owner/owner.ts';
import type { Case } from '../writing/case.ts';
import { exactTriton, exactWheel } from '../writing/exact-packages.ts';
import { undoInstall, withoutChange } from '../writing/parts.ts';
import { installCommand } from '../writing/pip-commands.ts';
import { messageIsGone, proofOf } from '../writing/proof.ts';
import { atTheShell, findTorch, run, say } from '../writing/steps.ts';
import { wantedPackage } from '../writing/wanted-package.ts';
import { pytorchInstead } from './pytorch-attention.ts';
import { rightPackage } from './by-name.ts';
import { toPytorch } from './settings.ts';
import { tritonOfThisTorch } from './triton.ts';
import { xformersOfThisTorch } from './xformers.ts';

type Compiled = 'sageattention' | 'flash-attn';
const names: Readonly<Record<Compiled, string>> = {
  sageattention: 'SageAttention',
  'flash-attn': 'flash-attn',
};

/** The ready file of a compiled package that fits; which one is meant is told by the finding. */
export function matchingWheel(current: Case): Prescription {
  const wanted = wantedPackage(current);
  switch (wanted) {
    case 'sageattention':
    case 'flash-attn':
      return compiled(current, wanted);
    case 'xformers':
      return xformersOfThisTorch(current);
    case 'triton':
      return tritonOfThisTorch(current);
    case null:
      return withoutChange([say('prescription.wheel.unknown')], messageIsGone(current));
    default:
      return rightPackage(current, wanted);
  }
}

/** SageAttention or flash-attn by their ready wheels. */
function compiled(current: Case, name: Compiled): Prescription {
  const { owner } = current;
  // Below Ampere flash-attn has no kernels, and SageAttention only those of its first version.
  const capability = capabilityOf(current.clues);
  if (name === 'flash-attn' && capability !== null && capability < 80) return toPytorch(current);
  const wheel = servesCard(current, name) ? exactWheel(current, name) : null;
  const instead = pytorchInstead(current);
  const steps = wheel ? [installWheel(current, name, wheel)] : withoutWheel(current, name);
  return {
    steps: atTheShell(owner, [...tritonFirst(current, name), ...steps]),
    changes: message('prescription.changes.only', { name: names[name], kept: keptOf(current) }),
    undo: undoInstall(current, name),
    proof: proofOf(current, isInUse(current) ? (name === 'flash-attn' ? 'flash' : 'sage') : null),
    ...(instead ? { otherwise: instead } : {}),
  };
}

/** The first version: written in Triton, for every system and for cards from Turing on. */
const firstSage = 'sageattention==1.0.6';

/** The kernels of SageAttention 2 begin with Ampere. */
function servesCard({ clues }: Case, name: Compiled): boolean {
  const capability = capabilityOf(clues);
  return name !== 'sageattention' || capability === null || capability >= 80;
}

/** Nothing ready: the first SageAttention where that is enough, a build where only the second is. */
function withoutWheel(current: Case, name: Compiled): Step[] {
  const { owner, here, finding } = current;
  if (here === null) return [findTorch(owner), pageOf(current, name)];
  if (name === 'flash-attn' || owner.platform !== 'linux') {
    return servesCard(current, name) ? [pageOf(current, name)] : [sageFirst(owner)];
  }
  const needsSecond = finding.cause === 'sageattention_wrong_build';
  if (!needsSecond || !servesCard(current, name)) return [sageFirst(owner)];
  const build = installCommand(owner, { packages: [sageSource], more: ['--no-build-isolation'] });
  return [
    { ...say('prescription.wheel.toolkit'), link: 'cuda-toolkit' },
    run('prescription.wheel.build-sage', build),
  ];
}

const sageSource = 'git+https://github.com/thu-ml/SageAttention.git';

function sageFirst(owner: Owner): Step {
  const install = installCommand(owner, { packages: [firstSage] });
  return run('prescription.install.sage-first', install, { requirement: firstSage });
}

function installWheel(
  current: Case,
  name: Compiled,
  { file, url, page, needsPython }: NonNullable<ReturnType<typeof exactWheel>>,
): Step {
  const { owner, here } = current;
  if (needsPython) {
    return { ...say('prescription.wheel.choose', { file, page }), link: linkOf(current, name) };
  }
  const params = {
    file,
    name: names[name],
    torch: here?.torch.version ?? '',
    python: here?.python ? minorOf(here.python) : '3',
  };
  return {
    ...run(
      'prescription.install.wheel',
      installCommand(owner, { packages: [url], again: isAnotherBuild(current) }),
      params,
    ),
    link: linkOf(current, name),
  };
}

/** One that is there and does not work has perhaps the same number. */
function isAnotherBuild({ finding }: Case): boolean {
  return finding.cause !== 'accel_package_not_installed';
}

/** SageAttention imports Triton whatever it does. */
function tritonFirst(current: Case, name: Compiled): Step[] {
  // On Linux torch brings its own.
  if (name !== 'sageattention' || current.owner.platform !== 'win32') return [];
  const triton = exactTriton(current);
  if (!triton || triton.now !== null) return [];
  const { requirement } = triton;
  return [
    run(
      'prescription.wheel.triton-first',
      installCommand(current.owner, { packages: [requirement] }),
      {
        requirement,
      },
    ),
  ];
}

/** Where the wheels are, and how the right one's name looks, as far as the machine is known. */
function pageOf(current: Case, name: Compiled): Step {
  const { here, owner } = current;
  const link = linkOf(current, name);
  const systems = { win32: 'win_amd64', linux: 'linux_x86_64', darwin: 'macosx' } as const;
  const system =
    owner.platform === null ? 'win_amd64 (Windows), linux_x86_64 (Linux)' : systems[owner.platform];
  return here
    ? {
        ...say('prescription.wheel.none', { name: names[name], torch: here.torch.version, system }),
        link,
      }
    : { ...say('prescription.wheel.page', { name: names[name], system }), link };
}

function linkOf({ owner }: Case, name: Compiled): LinkId {
  if (name === 'sageattention') return 'sageattention-windows';
  return owner.platform === 'linux' ? 'flash-attn-linux' : 'flash-attn-windows';
}

function keptOf({ here }: Case): string {
  return here ? `PyTorch ${here.torch.version}` : 'PyTorch';
}

/** Whether a flag asks for it, so that the next start says so. */
function isInUse({ clues }: Case): boolean {
  return (clues.comfyui?.flags ?? []).some((flag) => /^--use-(?:sage|flash)/.test(flag));
}
