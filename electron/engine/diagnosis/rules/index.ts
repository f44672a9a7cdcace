import type { Rule } from './rule.ts';
import { accelPackageNotInstalled } from './accel-package-not-installed.ts';
import { accelerationFlagNotSet } from './acceleration-flag-not-set.ts';
import { attentionGpuTooNew } from './attention-gpu-too-new.ts';
import { attentionGpuTooOld } from './attention-gpu-too-old.ts';
import { cudaDeviceUnavailable } from './cuda-device-unavailable.ts';
import { flashAttnBinaryMismatch } from './flash-attn-binary-mismatch.ts';
import { installCorrupted } from './install-corrupted.ts';
import { noMatchingWheel } from './no-matching-wheel.ts';
import { numpyAbiMismatch } from './numpy-abi-mismatch.ts';
import { nvidiaDriverTooOld } from './nvidia-driver-too-old.ts';
import { amdUnsupported, appleMpsUnsupported, intelXpuUnsupported } from './other-vendors.ts';
import { pep668ManagedEnv } from './pep668-managed-env.ts';
import { sageattentionBinaryMismatch, sageattentionWrongBuild } from './sageattention-build.ts';
import { torchCpuBuild } from './torch-cpu-build.ts';
import { torchDroppedOldGpuArch, torchMissingNewGpuArch } from './torch-gpu-architecture.ts';
import { torchvisionTorchMismatch } from './torchvision-torch-mismatch.ts';
import { tritonMissing } from './triton-missing.ts';
import {
  pythonHeadersMissing,
  tritonToolchainMissing,
  vcRuntimeDllBroken,
} from './triton-surroundings.ts';
import { tritonVersionMismatch } from './triton-version-mismatch.ts';
import { wrongPythonEnv } from './wrong-python-env.ts';
import { wrongVendorTorchBuild } from './wrong-vendor-torch-build.ts';
import { xformersIncompleteBuild } from './xformers-incomplete-build.ts';
import { xformersTorchMismatch } from './xformers-torch-mismatch.ts';

const causes: readonly Rule[] = [
  appleMpsUnsupported,
  intelXpuUnsupported,
  amdUnsupported,
  wrongVendorTorchBuild,
  nvidiaDriverTooOld,
  cudaDeviceUnavailable,
  torchCpuBuild,
  torchMissingNewGpuArch,
  torchDroppedOldGpuArch,
  torchvisionTorchMismatch,
  numpyAbiMismatch,
  noMatchingWheel,
  wrongPythonEnv,
  attentionGpuTooNew,
  attentionGpuTooOld,
  xformersTorchMismatch,
  flashAttnBinaryMismatch,
  vcRuntimeDllBroken,
  tritonVersionMismatch,
  pythonHeadersMissing,
  tritonToolchainMissing,
  sageattentionBinaryMismatch,
  sageattentionWrongBuild,
  tritonMissing,
  xformersIncompleteBuild,
  installCorrupted,
  accelPackageNotInstalled,
  accelerationFlagNotSet,
];

/** In the order of the chain: an earlier cause explains the later ones. */
export const rules: readonly Rule[] = [...causes, pep668ManagedEnv(causes)];
