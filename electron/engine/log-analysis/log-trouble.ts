import type { Finding } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../diagnosis/evidence/finding-of.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';
import { signatureOf } from '../diagnosis/said-rules/by-default.ts';
import { demanded, isOptional } from '../diagnosis/said-rules/missing-packages.ts';
import { isElsewhere } from './all-clear.ts';
import { troubleKinds, type TroubleKind } from './trouble-kinds.ts';

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

/** Of the messages about tensors only those about their shape speak of models that do not fit. */
function isOfKind(line: Said, id: string): boolean {
  return (
    line.signature === id && (id !== 'TROUBLE_SHAPES' || /shapes|sizes? of tensor/i.test(line.text))
  );
}

/** Another trouble than attention, in one helpful sentence; that attention is fine only where something shows it. */
export function notAttention(trouble: readonly Said[], heard: Heard): Finding {
  const frames = ['TROUBLE_TRACEBACK', 'TROUBLE_FRAME'];
  const telling = trouble.filter((each) => !frames.includes(each.signature));
  const lines = telling.length > 0 ? telling : trouble;
  // Several signatures may know the same line.
  const shown = lines.filter((each, index) => lines[index - 1]?.line !== each.line).slice(-4);
  const kind = troubleKinds.find(([id]) => trouble.some((each) => isOfKind(each, id)))?.[1];
  const vague = lines.every((each) => each.signature === 'TROUBLE_LOG_ERROR');
  const evidence = shown.map(saidEvidence);
  const confidence = vague ? 'low' : 'medium';
  if (!isElsewhere(trouble, kind ?? null, heard)) return open(evidence, kind ?? null);
  return findingOf('not_attention_other', {
    evidence,
    confidence,
    ...(kind && {
      title: message(`finding.not_attention_other.title-${kind}`),
      explanation: message(`finding.not_attention_other.explanation-${kind}`),
    }),
  });
}

/** The fault is named; whether attention has to do with it is not known, and is said so. */
function open(evidence: Finding['evidence'], kind: TroubleKind | null): Finding {
  const isNode = kind === 'custom-node';
  return findingOf('not_attention_other', {
    evidence,
    confidence: 'low',
    title: message(`finding.not_attention_other.title-open${isNode ? '-node' : ''}`),
    explanation: message(
      isNode
        ? 'finding.not_attention_other.explanation-custom-node'
        : 'finding.not_attention_other.explanation-open',
    ),
    cost: null,
    advice: message('advice.not_attention.open'),
  });
}
