import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Backend } from '../../../shared/verification.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';

/** ComfyUI's own lines. */
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

/** The attention that a line of the start names; null for every other line. */
export function startedWith(line: Said): Backend | null {
  const own = backends.find(([id]) => id === line.signature);
  if (own) return own[1];
  const web = line.signature === webUi ? line.values['backend'] : undefined;
  return (web === undefined ? undefined : webBackends[web.toLowerCase()]) ?? null;
}

const names: readonly [RegExp, Backend][] = [
  [/kitchen/i, 'comfy_kitchen'],
  [/sage/i, 'sage'],
  [/flash/i, 'flash'],
  [/xformers/i, 'xformers'],
  [/pytorch|sdpa/i, 'pytorch'],
  [/sub.?quad/i, 'sub_quad'],
  [/split/i, 'split'],
];

/** The attention that a node calls by a name of its own: "comfy kitchen", "sageattn". */
export function backendNamed(name: string): Backend | null {
  return names.find(([words]) => words.test(name))?.[1] ?? null;
}

/** The attention in use, by whatever told it; null where nothing did, or ComfyUI stops. */
export function backendInUse(clues: Clues): Backend | null {
  const backend = clues.backend?.backend ?? null;
  return backend === 'stops' ? null : backend;
}
