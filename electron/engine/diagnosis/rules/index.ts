import type { Rule } from './rule.ts';
import { accelPackageNotInstalled } from './accel-package-not-installed.ts';
import { torchCpuBuild } from './torch-cpu-build.ts';
import { tritonMissing } from './triton-missing.ts';
import { xformersIncompleteBuild } from './xformers-incomplete-build.ts';
import { xformersTorchMismatch } from './xformers-torch-mismatch.ts';

/** In the order of the chain: an earlier cause explains the later ones. */
export const rules: readonly Rule[] = [
  torchCpuBuild,
  xformersTorchMismatch,
  xformersIncompleteBuild,
  tritonMissing,
  accelPackageNotInstalled,
];
