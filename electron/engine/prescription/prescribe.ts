import type { Finding, Remedy } from '../../../shared/finding.ts';
import type { Prescription, Step } from '../../../shared/prescription.ts';
import type { FixDetail, FixKind } from '../../../shared/taxonomy.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { caseOf } from './writing/case.ts';
import { isOfAnotherMaker, type Owner } from './owner/owner.ts';
import {
  longPaths,
  moreSpace,
  network,
  notHeld,
  ownEnvironment,
  readyOrBuild,
  supportedPython,
  tritonCache,
} from './remedies/installation.ts';
import {
  hardwareLimit,
  onlyDiffusionModel,
  supportedBackend,
  withoutForce,
} from './remedies/limits.ts';
import {
  compilerOrHeaders,
  deviceEnvironment,
  newerDriver,
  ptxasPath,
  vcRuntime,
} from './remedies/machine.ts';
import {
  byExplanation,
  elsewhere,
  harmless,
  nothingToDo,
  updateProgram,
} from './remedies/nothing.ts';
import type { RemedyWriter } from './remedies/remedy.ts';
import { repairPackage } from './remedies/repair.ts';
import { intoRightPython } from './remedies/right-python.ts';
import { theSetting } from './remedies/settings.ts';
import {
  torchForCuda,
  torchForNewCard,
  torchForOldCard,
  torchForXformers,
} from './remedies/torch.ts';
import { tritonOfThisTorch } from './remedies/triton.ts';
import { vendorTorch } from './remedies/vendor-torch.ts';
import { matchingWheel } from './remedies/wheels.ts';
import { withoutXformers, xformersOfThisTorch } from './remedies/xformers.ts';

/** Who writes the steps of each kind of fix: a kind without one does not compile. */
const byKind: Readonly<Record<Exclude<FixKind, 'other'>, RemedyWriter>> = {
  upgrade_xformers_matching_torch: xformersOfThisTorch,
  reinstall_torch_cuda: torchForCuda,
  install_triton: tritonOfThisTorch,
  install_triton_windows: tritonOfThisTorch,
  match_torch_for_xformers: torchForXformers,
  remove_xformers: withoutXformers,
  change_launch_flag: theSetting,
  update_driver: newerDriver,
  upgrade_torch_for_gpu_arch: torchForNewCard,
  none_hardware_limit: hardwareLimit,
  install_into_right_python: intoRightPython,
  repair_install: repairPackage,
  install_compiler_or_headers: compilerOrHeaders,
  fix_network: network,
  close_comfyui: notHeld,
  none_benign_warning: harmless,
  not_attention: elsewhere,
  healthy: nothingToDo,
};

const byDetail: Readonly<Record<FixDetail, RemedyWriter>> = {
  install_matching_accel_wheel: matchingWheel,
  do_not_force_op_or_fix_input: withoutForce,
  torch_cu126_for_old_gpu: torchForOldCard,
  install_vendor_torch: vendorTorch,
  use_supported_backend: supportedBackend,
  align_triton_with_torch: tritonOfThisTorch,
  set_ptxas_path: ptxasPath,
  clear_triton_cache: tritonCache,
  fix_vc_runtime_dlls: vcRuntime,
  use_prebuilt_wheel_or_fix_build: readyOrBuild,
  update_custom_node_or_app: updateProgram,
  use_supported_python_or_package: supportedPython,
  use_venv: ownEnvironment,
  free_disk_or_move_tmp: moreSpace,
  long_paths_or_wheel: longPaths,
  fix_device_environment: deviceEnvironment,
  patch_only_diffusion_model: onlyDiffusionModel,
};

/** What is made for NVIDIA's cards alone, and what the others do instead. */
const forOtherMakers: Readonly<Partial<Record<FixKind | FixDetail, RemedyWriter>>> = {
  reinstall_torch_cuda: vendorTorch,
  upgrade_torch_for_gpu_arch: vendorTorch,
  match_torch_for_xformers: withoutXformers,
  torch_cu126_for_old_gpu: vendorTorch,
  set_ptxas_path: supportedBackend,
  install_matching_accel_wheel: supportedBackend,
  use_prebuilt_wheel_or_fix_build: supportedBackend,
  long_paths_or_wheel: supportedBackend,
};

/**
 * What the owner of this machine does about a finding, step by step, in the words of their
 * program, system and shell; the next best remedy is named where there is one. Pure.
 */
export function prescribe(finding: Finding, clues: Clues, owner: Owner): Prescription {
  const [first, second] = finding.remedies;
  if (!first) return nothingToDo();
  const prescription = written(finding, first, clues, owner);
  if (prescription.otherwise || !second) return prescription;
  const next = written(finding, second, clues, owner);
  const step = [mainStep(next), next.otherwise].find(
    (each) => each !== undefined && !isAmong(each, prescription.steps),
  );
  return step ? { ...prescription, otherwise: step } : prescription;
}

/** The same finding with its prescription. */
export function prescribed(clues: Clues, owner: Owner): (finding: Finding) => Finding {
  return (finding) => ({ ...finding, prescription: prescribe(finding, clues, owner) });
}

function written(finding: Finding, remedy: Remedy, clues: Clues, owner: Owner): Prescription {
  const { fixKind, fixDetail } = remedy;
  const instead = isOfAnotherMaker(owner) ? forOtherMakers[fixDetail ?? fixKind] : undefined;
  const usual =
    fixKind !== 'other' ? byKind[fixKind] : fixDetail ? byDetail[fixDetail] : byExplanation;
  return (instead ?? usual)(caseOf(finding, remedy, clues, owner));
}

/** Two remedies may come to the same: it is said once. */
function isAmong({ command, edit }: Step, steps: readonly Step[]): boolean {
  return steps.some(
    (each) =>
      (command !== undefined && each.command?.text === command.text) ||
      (edit !== undefined && each.edit?.add === edit.add && each.edit.remove === edit.remove),
  );
}

/** The step of another remedy that is not preparation: the last with more than a sentence. */
function mainStep({ steps }: Prescription): Step | undefined {
  return steps.findLast(({ command, edit, link }) => command ?? edit ?? link);
}
