import type { Finding, Remedy } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { findingOf, saidEvidence } from '../diagnosis/evidence/finding-of.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';
import { signatureOf } from '../diagnosis/said-rules/by-default.ts';
import { backendInUse, backendSignatures } from './log-backends.ts';

/** A log without a fault: which attention is in use, or at least that nothing went wrong. */
export function healthyLog(heard: Heard, clues: Clues): Finding[] {
  const harmlessLine = clues.said.find((each) => signatureOf(each)?.role === 'harmless');
  const operators = heard.all('FACT_XINFO_OPERATOR');
  const works = operators.filter((each) => each.values['state'] === 'available');
  const used = heard.first(...backendSignatures);
  const ran = heard.first('FACT_TRITON_WORKS');
  if (used || ran) {
    const backend = backendInUse(clues);
    return [
      findingOf('healthy', {
        evidence: [used, ran].flatMap((each) => (each ? [saidEvidence(each)] : [])),
        ...(backend ? { title: message(`log.healthy.${backend}`) } : {}),
        cost: null,
        // Somebody brought this log because of a line that means nothing.
        ...(heard.has('XF_A1111_PROCEEDING', 'XF_NOT_AVAILABLE') ? { remedies: [ignoreIt] } : {}),
      }),
    ];
  }
  if (works.length > 0) return [operatorsAvailable(works)];
  const start = heard.first(...started) ?? harmlessLine;
  return start ? [withoutTrouble(start, heard.has(...listed))] : [];
}

const ignoreIt: Remedy = { goal: null, fixKind: 'none_benign_warning' };

const started: readonly SignatureId[] = [
  'FACT_STARTED',
  'FACT_GENERATED',
  'FACT_STEPS_DONE',
  'FACT_DEVICE',
  'FACT_TORCH_COMFYUI',
  'FACT_PYTHON_EXECUTABLE',
  'FACT_KITCHEN',
];

/** What only a report of a machine says (torch.utils.collect_env): nothing was started. */
const listed: readonly SignatureId[] = ['FACT_OS_LISTED', 'FACT_GPU_LISTED', 'FACT_DRIVER_LISTED'];

/** Lines of a start, or a list, and no fault in them; which attention is used they do not say. */
function withoutTrouble(start: Said, isList: boolean): Finding {
  return findingOf('healthy', {
    evidence: [saidEvidence(start)],
    confidence: 'low',
    title: message('log.no-fault'),
    explanation: message(isList ? 'log.no-fault.explanation-list' : 'log.no-fault.explanation'),
    cost: null,
  });
}

/** People fear the lines that say "unavailable": those operators are for other cards and systems. */
function operatorsAvailable(works: readonly Said[]): Finding {
  return findingOf('healthy', {
    evidence: works.slice(0, 4).map(saidEvidence),
    confidence: 'medium',
    explanation: message('log.operators-available'),
    cost: null,
    remedies: [ignoreIt],
  });
}
