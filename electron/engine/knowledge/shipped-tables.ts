import apartFromTorch from './apart-from-torch.json' with { type: 'json' };
import askedAttention from './asked-attention.json' with { type: 'json' };
import attentionErrors from './attention-errors.json' with { type: 'json' };
import attentionFlags from './attention-flags.json' with { type: 'json' };
import attentionMinimums from './attention-minimums.json' with { type: 'json' };
import attentionOrder from './attention-order.json' with { type: 'json' };
import attentionSettings from './attention-settings.json' with { type: 'json' };
import attentionWidgets from './attention-widgets.json' with { type: 'json' };
import attentionWorks from './attention-works.json' with { type: 'json' };
import buildNeeds from './build-needs.json' with { type: 'json' };
import companionCuda from './companion-cuda.json' with { type: 'json' };
import compiledExtensions from './compiled-extensions.json' with { type: 'json' };
import driverFloors from './driver-floors.json' with { type: 'json' };
import fileBeginnings from './file-beginnings.json' with { type: 'json' };
import gpuNames from './gpu-names.json' with { type: 'json' };
import guardedPackages from './guarded-packages.json' with { type: 'json' };
import indexMirrors from './index-mirrors.json' with { type: 'json' };
import installerLogs from './installer-logs.json' with { type: 'json' };
import interpreterFiles from './interpreter-files.json' with { type: 'json' };
import kernelNames from './kernel-names.json' with { type: 'json' };
import kitchenFloors from './kitchen-floors.json' with { type: 'json' };
import messageKeys from './message-keys.json' with { type: 'json' };
import numpyAbi from './numpy-abi.json' with { type: 'json' };
import programEnds from './program-ends.json' with { type: 'json' };
import programs from './programs.json' with { type: 'json' };
import pythonHeaders from './python-headers.json' with { type: 'json' };
import readyWheels from './ready-wheels.json' with { type: 'json' };
import stableCompanions from './stable-companions.json' with { type: 'json' };
import systemLibraries from './system-libraries.json' with { type: 'json' };
import torchParts from './torch-parts.json' with { type: 'json' };
import torchReleases from './torch-releases.json' with { type: 'json' };
import torchTrios from './torch-trios.json' with { type: 'json' };
import tritonGpuFloors from './triton-gpu-floors.json' with { type: 'json' };
import usualLaunchers from './usual-launchers.json' with { type: 'json' };
import vendorTorch from './vendor-torch.json' with { type: 'json' };
import watchedPackages from './watched-packages.json' with { type: 'json' };
import xformersReleases from './xformers-releases.json' with { type: 'json' };
import signaturesAttentionInUse from './signatures/attention-in-use.json' with { type: 'json' };
import signaturesAttentionPackages from './signatures/attention-packages.json' with { type: 'json' };
import signaturesComfyKitchen from './signatures/comfy-kitchen.json' with { type: 'json' };
import signaturesComfyui from './signatures/comfyui.json' with { type: 'json' };
import signaturesDevices from './signatures/devices.json' with { type: 'json' };
import signaturesFacts from './signatures/facts.json' with { type: 'json' };
import signaturesHostedMachines from './signatures/hosted-machines.json' with { type: 'json' };
import signaturesInstallation from './signatures/installation.json' with { type: 'json' };
import signaturesOtherTrouble from './signatures/other-trouble.json' with { type: 'json' };
import signaturesPrograms from './signatures/programs.json' with { type: 'json' };
import signaturesPytorch from './signatures/pytorch.json' with { type: 'json' };
import signaturesTriton from './signatures/triton.json' with { type: 'json' };
import signaturesXformers from './signatures/xformers.json' with { type: 'json' };

/**
 * The tables that can be renewed without a release, by the names that the signed file gives them. They are
 * read through live-tables.ts alone. Not among them is what decides which programs may be started and which
 * files outside of an environment may be written (program-tables.ts, launch-settings.ts,
 * protection-places.ts): that comes with the app.
 */
export const shippedTables = {
  'apart-from-torch': apartFromTorch,
  'asked-attention': askedAttention,
  'attention-errors': attentionErrors,
  'attention-flags': attentionFlags,
  'attention-minimums': attentionMinimums,
  'attention-order': attentionOrder,
  'attention-settings': attentionSettings,
  'attention-widgets': attentionWidgets,
  'attention-works': attentionWorks,
  'build-needs': buildNeeds,
  'companion-cuda': companionCuda,
  'compiled-extensions': compiledExtensions,
  'driver-floors': driverFloors,
  'file-beginnings': fileBeginnings,
  'gpu-names': gpuNames,
  'guarded-packages': guardedPackages,
  'index-mirrors': indexMirrors,
  'installer-logs': installerLogs,
  'interpreter-files': interpreterFiles,
  'kernel-names': kernelNames,
  'kitchen-floors': kitchenFloors,
  'message-keys': messageKeys,
  'numpy-abi': numpyAbi,
  'program-ends': programEnds,
  programs: programs,
  'python-headers': pythonHeaders,
  'ready-wheels': readyWheels,
  'stable-companions': stableCompanions,
  'system-libraries': systemLibraries,
  'torch-parts': torchParts,
  'torch-releases': torchReleases,
  'torch-trios': torchTrios,
  'triton-gpu-floors': tritonGpuFloors,
  'usual-launchers': usualLaunchers,
  'vendor-torch': vendorTorch,
  'watched-packages': watchedPackages,
  'xformers-releases': xformersReleases,
  'signatures/attention-in-use': signaturesAttentionInUse,
  'signatures/attention-packages': signaturesAttentionPackages,
  'signatures/comfy-kitchen': signaturesComfyKitchen,
  'signatures/comfyui': signaturesComfyui,
  'signatures/devices': signaturesDevices,
  'signatures/facts': signaturesFacts,
  'signatures/hosted-machines': signaturesHostedMachines,
  'signatures/installation': signaturesInstallation,
  'signatures/other-trouble': signaturesOtherTrouble,
  'signatures/programs': signaturesPrograms,
  'signatures/pytorch': signaturesPytorch,
  'signatures/triton': signaturesTriton,
  'signatures/xformers': signaturesXformers,
} as const;
export type TableName = keyof typeof shippedTables;
export type Tables = Readonly<Record<TableName, unknown>>;
