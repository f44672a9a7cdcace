import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Backend } from '../../../shared/verification.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';

/** ComfyUI's own lines, the one that overrules the others first. */
const backends: readonly [SignatureId, Backend][] = [
  ['BACKEND_COMFY_KITCHEN', 'comfy_kitchen'],
  ['BACKEND_SAGE', 'sage'],
  ['BACKEND_FLASH', 'flash'],
  ['BACKEND_XFORMERS', 'xformers'],
  ['BACKEND_PYTORCH', 'pytorch'],
  ['BACKEND_SPLIT', 'split'],
  ['BACKEND_SUB_QUAD', 'sub_quad'],
];
const webUi = 'BACKEND_WEBUI';
const webBackends: Readonly<Record<string, Backend>> = {
  xformers: 'xformers',
  sdp: 'pytorch',
  'sdp-no-mem': 'pytorch',
  doggettx: 'split',
  v1: 'split',
  invokeai: 'split',
  'sub-quadratic': 'sub_quad',
};

/** The lines by which a program says which attention it uses. */
export const backendSignatures: readonly SignatureId[] = [...backends.map(([id]) => id), webUi];

/** The attention that a log names; null where it names none. */
export function backendOf(heard: Heard): Backend | null {
  const found = backends.find(([id]) => heard.has(id));
  if (found) return found[1];
  const web = heard.first(webUi)?.values['backend'];
  return (web === undefined ? undefined : webBackends[web.toLowerCase()]) ?? null;
}

/** The attention in use, by whatever told it; null where nothing did, or ComfyUI stops. */
export function backendInUse(clues: Clues): Backend | null {
  const backend = clues.backend?.backend ?? null;
  return backend === 'stops' ? null : backend;
}
