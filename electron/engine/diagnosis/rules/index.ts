import type { Rule } from './rule.ts';
import { accelPackageNotInstalled } from './accel-package-not-installed.ts';
import { accelerationFlagNotSet } from './acceleration-flag-not-set.ts';
import { amdUnsupported } from './amd-unsupported.ts';
import { appleMpsUnsupported } from './apple-mps-unsupported.ts';
import { attentionApiBreak } from './attention-api-break.ts';
import { attentionGpuTooNew } from './attention-gpu-too-new.ts';
import { attentionGpuTooOld } from './attention-gpu-too-old.ts';
import { cudaDeviceUnavailable } from './cuda-device-unavailable.ts';
import { flashAttnBinaryMismatch } from './flash-attn-binary-mismatch.ts';
import { installCorrupted } from './install-corrupted.ts';
import { intelXpuUnsupported } from './intel-xpu-unsupported.ts';
import { noMatchingWheel } from './no-matching-wheel.ts';
import { numpyAbiMismatch } from './numpy-abi-mismatch.ts';
import { nvidiaDriverTooOld } from './nvidia-driver-too-old.ts';
import { pep668ManagedEnv } from './pep668-managed-env.ts';
import { pythonHeadersMissing } from './python-headers-missing.ts';
import { sageattentionBinaryMismatch } from './sageattention-binary-mismatch.ts';
import { sageattentionWrongBuild } from './sageattention-wrong-build.ts';
import { torchCpuBuild } from './torch-cpu-build.ts';
import { torchDroppedOldGpuArch } from './torch-dropped-old-gpu-arch.ts';
import { torchMissingNewGpuArch } from './torch-missing-new-gpu-arch.ts';
import { torchvisionTorchMismatch } from './torchvision-torch-mismatch.ts';
import { tritonMissingBenign } from './triton-missing-benign.ts';
import { tritonMissingRequired } from './triton-missing-required.ts';
import { tritonToolchainMissing } from './triton-toolchain-missing.ts';
import { tritonVersionMismatch } from './triton-version-mismatch.ts';
import { vcRuntimeDllBroken } from './vc-runtime-dll-broken.ts';
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
  wrongPythonEnv,
  noMatchingWheel,
  attentionGpuTooOld,
  attentionGpuTooNew,
  xformersTorchMismatch,
  flashAttnBinaryMismatch,
  vcRuntimeDllBroken,
  tritonVersionMismatch,
  pythonHeadersMissing,
  tritonToolchainMissing,
  sageattentionBinaryMismatch,
  sageattentionWrongBuild,
  tritonMissingRequired,
  xformersIncompleteBuild,
  attentionApiBreak,
  installCorrupted,
  accelPackageNotInstalled,
  accelerationFlagNotSet,
  tritonMissingBenign,
];

/**
 * In the order of the chain: an earlier cause explains the later ones. A managed Python comes
 * last here, because it depends on what the others want installed.
 */
export const rules: readonly Rule[] = [...causes, pep668ManagedEnv(causes)];
