import { message, type MessageKey, type MessageRef } from '../../../../shared/messages/index.ts';
import type { ProgramId } from '../../knowledge/program-rows.ts';
import { isWindows, type Owner } from '../owner/owner.ts';

/** Where each program keeps the words that it is started with; a program without a row does not compile. */
const places: Readonly<Record<ProgramId, (owner: Owner) => MessageRef>> = {
  colab: fixed('prescription.place.cell'),
  kaggle: fixed('prescription.place.cell'),
  runpod: fixed('prescription.place.rented'),
  docker: fixed('prescription.place.container'),
  stability_matrix: fixed('prescription.place.stability-matrix'),
  pinokio: fixed('prescription.place.pinokio'),
  swarmui: fixed('prescription.place.swarmui'),
  krita: fixed('prescription.place.krita'),
  easy_install: fixed('prescription.place.easy-install'),
  aki: fixed('prescription.place.aki'),
  desktop_v2: fixed('prescription.place.desktop-v2'),
  desktop_v1: fixed('prescription.place.desktop-v1'),
  invokeai: fixed('prescription.place.invokeai'),
  musubi: fixed('prescription.place.training-command'),
  kohya: fixed('prescription.place.kohya'),
  onetrainer: fixed('prescription.place.onetrainer'),
  ai_toolkit: fixed('prescription.place.ai-toolkit'),
  wan2gp: fixed('prescription.place.wan2gp'),
  framepack: (owner) => inScript('run.bat', 'prescription.place.framepack', owner),
  fooocus: (owner) => inScript('run.bat', 'prescription.place.fooocus', owner),
  sdnext: fixed('prescription.place.sdnext'),
  forge: ofWebUi,
  a1111: ofWebUi,
  portable: (owner) => message('prescription.place.portable', { file: portableScript(owner) }),
  comfy_cli: fixed('prescription.place.comfy-cli'),
  comfyui: fixed('prescription.place.command'),
};

/** The place of a flag or setting: the start script that is really used, where it is known. */
export function placeOfFlags(owner: Owner): MessageRef {
  const { program, launcher } = owner;
  if (launcher !== null && /\.(?:bat|cmd|sh|ps1|command)$/i.test(launcher)) {
    return /webui-user\.(?:bat|sh)$/i.test(launcher)
      ? message('prescription.place.webui', { file: launcher })
      : message('prescription.place.script', { file: launcher });
  }
  return program === null ? message('prescription.place.unknown') : places[program.id](owner);
}

function fixed(key: MessageKey): () => MessageRef {
  return () => message(key);
}

function inScript(file: string, key: MessageKey, owner: Owner): MessageRef {
  return isWindows(owner) ? message('prescription.place.script', { file }) : message(key);
}

function ofWebUi(owner: Owner): MessageRef {
  const file = isWindows(owner) ? 'webui-user.bat' : 'webui-user.sh';
  return message('prescription.place.webui', { file });
}

/** The portable build has a script for each maker of cards. */
function portableScript({ vendor }: Owner): string {
  if (vendor === 'amd') return 'run_amd_gpu.bat';
  return vendor === 'intel' ? 'run_intel_gpu.bat' : 'run_nvidia_gpu.bat';
}
