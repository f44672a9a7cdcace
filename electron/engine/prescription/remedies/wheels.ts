import { message } from '../../../../shared/messages/index.ts';
import type { LinkId } from '../../../../shared/links.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { capabilityOf } from '../../diagnosis/evidence/graphics-cards.ts';
import { minorOf } from '../../knowledge/cuda-family.ts';
import type { Case } from '../writing/case.ts';
import { exactTriton, exactWheel, versionNow } from '../writing/exact-packages.ts';
import { undoInstall, withoutChange } from '../writing/parts.ts';
import { installCommand, uninstallCommand } from '../writing/pip-commands.ts';
import { messageIsGone, proofOf } from '../writing/proof.ts';
import { atTheShell, findTorch, run, say } from '../writing/steps.ts';
import { wantedPackage } from '../writing/wanted-package.ts';
import { supportedBackend } from './limits.ts';
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
  const { vendor } = current.owner;
  if (vendor !== null && vendor !== 'nvidia') return supportedBackend(current);
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
export function compiled(current: Case, name: Compiled): Prescription {
  const { owner } = current;
  // Below Ampere flash-attn has no kernels, and SageAttention only those of its first version.
  const capability = capabilityOf(current.clues);
  if (name === 'flash-attn' && capability !== null && capability < 80) return toPytorch(current);
  const wheel = exactWheel(current, name);
  const instead = pytorchInstead(current);
  const steps = wheel
    ? [installWheel(current, name, wheel)]
    : name === 'sageattention' && isOldOrUnserved(current, capability)
      ? [
          run('prescription.install.sage-first', installCommand(owner, { packages: [firstSage] }), {
            requirement: firstSage,
          }),
        ]
      : [findTorch(owner), pageOf(current, name)];
  const version = versionNow(current, name);
  const now =
    version === null
      ? []
      : [run('prescription.uninstall', uninstallCommand(owner, [name]), { name: names[name] })];
  return {
    steps: atTheShell(owner, [...now, ...tritonFirst(current, name), ...steps]),
    changes: message('prescription.changes.only', { name: names[name], kept: keptOf(current) }),
    undo: undoInstall(current, name),
    proof: proofOf(current, isInUse(current) ? (name === 'flash-attn' ? 'flash' : 'sage') : null),
    ...(instead ? { otherwise: instead } : {}),
  };
}

/** The first version: written in Triton, for every system and for cards from Turing on. */
const firstSage = 'sageattention==1.0.6';

function isOldOrUnserved({ owner, here }: Case, capability: number | null): boolean {
  return (capability !== null && capability < 80) || (owner.platform === 'linux' && here !== null);
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
    ...run('prescription.install.wheel', installCommand(owner, { packages: [url] }), params),
    link: linkOf(current, name),
  };
}

/** SageAttention imports Triton whatever it does. */
function tritonFirst(current: Case, name: Compiled): Step[] {
  if (name !== 'sageattention') return [];
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
  const system = owner.platform === 'win32' ? 'win_amd64' : 'linux_x86_64';
  return here
    ? {
        ...say('prescription.wheel.none', { name: names[name], torch: here.torch.version, system }),
        link,
      }
    : { ...say('prescription.wheel.page', { name: names[name], system }), link };
}

function linkOf({ owner }: Case, name: Compiled): LinkId {
  if (name === 'sageattention') return 'sageattention-windows';
  return owner.platform === 'win32' ? 'flash-attn-windows' : 'flash-attn-linux';
}

function keptOf({ here }: Case): string {
  return here ? `PyTorch ${here.torch.version}` : 'PyTorch';
}

/** Whether a flag asks for it, so that the next start says so. */
function isInUse({ clues }: Case): boolean {
  return (clues.comfyui?.flags ?? []).some((flag) => /^--use-(?:sage|flash)/.test(flag));
}
