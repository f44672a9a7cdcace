import type { Finding } from '../../../../shared/finding.ts';
import { partNow, type TellBroken } from '../../mistakes/parts.ts';
import type { Clues } from '../evidence/clues.ts';
import { hear } from '../evidence/heard.ts';
import { anotherBackend, unknownFlag, webUiFlag } from './acceleration-flags.ts';
import { apiBreak } from './api-break.ts';
import { brokenBinaries } from './broken-binaries.ts';
import { byDefault } from './by-default.ts';
import { comfyKitchen } from './comfy-kitchen.ts';
import { companionCuda } from './companions.ts';
import { fitRemedies } from './fit-remedies.ts';
import { flashNeedsAmpere } from './flash-attention.ts';
import { gpuArchitecture } from './gpu-architecture.ts';
import { leftovers, longPath, managedPython, sourceBuild } from './installation.ts';
import { missingPackages } from './missing-packages.ts';
import { network } from './network.ts';
import { noWheel } from './no-wheel.ts';
import { rocmKernels } from './rocm-kernels.ts';
import { sageBadOutput, sageRefuses } from './sage-attention.ts';
import type { SaidRule } from './said-rule.ts';
import { deviceUnavailable, torchWithoutCuda } from './torch-devices.ts';
import { torchReplaced } from './torch-replaced.ts';
import { tritonCompilation } from './triton-compilation.ts';
import {
  tritonCache,
  tritonHardware,
  tritonMissing,
  tritonToolchain,
  tritonVersion,
} from './triton.ts';
import { anotherPython } from './wrong-python.ts';
import { xformersInfo } from './xformers-info.ts';
import { xformersLibrary } from './xformers-library.ts';
import { xformersOperators } from './xformers-operators.ts';

export const saidRules: readonly SaidRule[] = [
  torchWithoutCuda,
  deviceUnavailable,
  gpuArchitecture,
  rocmKernels,
  comfyKitchen,
  xformersLibrary,
  xformersOperators,
  xformersInfo,
  companionCuda,
  flashNeedsAmpere,
  brokenBinaries,
  tritonMissing,
  tritonVersion,
  tritonHardware,
  tritonCompilation,
  tritonCache,
  tritonToolchain,
  sageRefuses,
  sageBadOutput,
  missingPackages,
  anotherPython,
  apiBreak,
  torchReplaced,
  longPath,
  sourceBuild,
  noWheel,
  managedPython,
  network,
  leftovers,
  webUiFlag,
  unknownFlag,
  anotherBackend,
];

const read = new Set(saidRules.flatMap((rule) => rule.reads));

/** What the messages of programs come to. Pure; the same for a log and for a live probe. */
export function saidFindings(clues: Clues, tell: TellBroken): Finding[] {
  const heard = hear(clues.said);
  const found = saidRules.flatMap((rule) =>
    partNow(rule.reads.join(' '), tell, () => rule.find(heard, clues), []),
  );
  return [...found, ...byDefault(clues.said, read)].map((each) => fitRemedies(each, clues));
}
