import type { Finding } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../diagnosis/evidence/finding-of.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';
import { signatureOf } from '../diagnosis/said-rules/by-default.ts';
import { demanded, isOptional } from '../diagnosis/said-rules/missing-packages.ts';

/** A quiet note that goes with another, not with a trouble of its own. */
const tracebackOfHarmless = 14;

/** Downloads of models and lists; those of packages are a cause of their own. */
const network: readonly SignatureId[] = ['NET_PIP', 'NET_GIT', 'NET_HASH'];

/**
 * Real trouble: not what a harmless line has in it ("Error: …") or brings along, such as the
 * traceback of a missing Triton.
 */
export function troubleIn(said: readonly Said[], heard: Heard): Said[] {
  const calm = new Set(
    said.filter((each) => signatureOf(each)?.role === 'harmless').map(({ line }) => line),
  );
  return said.filter(
    (each) =>
      !calm.has(each.line) &&
      (signatureOf(each)?.role === 'trouble' || network.includes(each.signature)) &&
      !isOfOptionalTriton(each, heard) &&
      !isOfOptionalPackage(each, heard),
  );
}

function isOfOptionalTriton(line: Said, heard: Heard): boolean {
  const speaksOfIt =
    ['TROUBLE_TRACEBACK', 'TROUBLE_FRAME'].includes(line.signature) || /triton/i.test(line.text);
  return speaksOfIt && heard.near(line, tracebackOfHarmless, 'XF_TRITON', 'XF_TRITON_OLD') !== null;
}

/** The same line says that a package is missing which its program can do without. */
function isOfOptionalPackage(line: Said, heard: Heard): boolean {
  return heard.all(...demanded).some((each) => each.line === line.line && isOptional(each, heard));
}

/** What kind of trouble it is, where a message tells; the first kind that was heard decides. */
const kinds = [
  ['TROUBLE_PORT', 'port'],
  ['TROUBLE_MODEL_FILE', 'model-file'],
  ['TROUBLE_SHAPES', 'model-fit'],
  ['TROUBLE_VALIDATION', 'workflow'],
  ['TROUBLE_NODES_MISSING', 'workflow'],
  ['TROUBLE_IMPORT_FAILED', 'custom-node'],
  ['TROUBLE_BANNER', 'app-version'],
  ['TROUBLE_KEYWORD', 'app-version'],
  ['NET_MANAGER', 'network'],
  ['NET_PIP', 'network'],
  ['NET_GIT', 'network'],
] as const;

/** Of the messages about tensors only those about their shape speak of models that do not fit. */
function isOfKind(line: Said, id: string): boolean {
  return (
    line.signature === id && (id !== 'TROUBLE_SHAPES' || /shapes|sizes? of tensor/i.test(line.text))
  );
}

/** Another trouble than attention, in one helpful sentence. */
export function notAttention(trouble: readonly Said[]): Finding {
  const frames = ['TROUBLE_TRACEBACK', 'TROUBLE_FRAME'];
  const telling = trouble.filter((each) => !frames.includes(each.signature));
  const lines = telling.length > 0 ? telling : trouble;
  // Several signatures may know the same line.
  const shown = lines.filter((each, index) => lines[index - 1]?.line !== each.line).slice(-4);
  const kind = kinds.find(([id]) => trouble.some((each) => isOfKind(each, id)))?.[1];
  const vague = shown.every((each) => each.signature === 'TROUBLE_LOG_ERROR');
  return findingOf('not_attention_other', {
    evidence: shown.map(saidEvidence),
    confidence: vague ? 'low' : 'medium',
    ...(kind && {
      title: message(`finding.not_attention_other.title-${kind}`),
      explanation: message(`finding.not_attention_other.explanation-${kind}`),
    }),
  });
}
