import type { Finding } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { Cause } from '../../../shared/taxonomy.ts';
import { findingOf, saidEvidence } from '../diagnosis/finding-of.ts';
import { hear, type Heard } from '../diagnosis/heard.ts';
import type { Clues } from '../diagnosis/clues.ts';
import { explains, placeInChain } from '../diagnosis/chain.ts';
import { signatureOf } from '../diagnosis/said-rules/by-default.ts';
import type { LogReading } from './log-reading.ts';

const backends = [
  'BACKEND_SAGE',
  'BACKEND_XFORMERS',
  'BACKEND_FLASH',
  'BACKEND_PYTORCH',
  'BACKEND_COMFY_KITCHEN',
  'BACKEND_WEBUI',
  'BACKEND_SPLIT',
  'BACKEND_SUB_QUAD',
];
/** A quiet note that goes with another, not with a trouble of its own. */
const tracebackOfHarmless = 14;

/**
 * Where no rule names a fault: another trouble than attention, a healthy start, or nothing
 * that we know. Harmless notes stay below either.
 */
export function otherwise(
  found: readonly Finding[],
  clues: Clues,
  reading: LogReading,
  /** The environment was looked at: what was seen there counts as much as what a line says. */
  environment: boolean,
): Finding[] {
  if (environment && found.some(isFault)) return [...found];
  const spoken = found.filter(isSpoken);
  // What only the versions in a log foretell stands below what the log tells.
  const foretold = found.filter((each) => !isSpoken(each));
  if (spoken.some(isFault)) return withSpoken(spoken, foretold);
  const heard = hear(reading.said);
  const notes = [...spoken, ...benignNotes(heard)].sort(
    (a, b) => placeInChain(a.cause) - placeInChain(b.cause),
  );
  const memory = heard.first('OOM_CUDA', 'OOM_HOST');
  if (memory) {
    return [
      findingOf('not_attention_oom', { evidence: [saidEvidence(memory)] }),
      ...notes,
      ...foretold,
    ];
  }
  const trouble = troubleIn(reading.said, heard);
  if (trouble.length > 0) {
    return foretold.some(isFault) && !heard.has(...backends)
      ? [...foretold, notAttention(trouble), ...notes]
      : [notAttention(trouble), ...notes, ...foretold];
  }
  const idle = foretold.filter(isCertainlyIdle);
  if (idle.length > 0)
    return [...idle, ...notes, ...foretold.filter((each) => !idle.includes(each))];
  const fine = healthy(heard, clues);
  const proven = fine.some((each) => each.confidence !== 'low');
  if (notes.length > 0 || proven) return [...notes, ...fine, ...foretold];
  return foretold.some(isFault) ? foretold : [...fine, ...foretold];
}

function benignNotes(heard: Heard): Finding[] {
  const flash = heard.first('PT_NOT_COMPILED_FLASH');
  return flash
    ? [findingOf('torch_flash_warning_benign', { evidence: [saidEvidence(flash)] })]
    : [];
}

/** The chain counts here too: a torch that has no code for the card comes before any attention error. */
const earlier: readonly Cause[] = [
  'torch_cpu_build',
  'torch_missing_new_gpu_arch',
  'torch_dropped_old_gpu_arch',
];

function withSpoken(spoken: readonly Finding[], foretold: readonly Finding[]): Finding[] {
  const root = spoken[0];
  const first = foretold.filter(
    (each) =>
      root !== undefined &&
      earlier.includes(each.cause) &&
      each.confidence === 'high' &&
      (explains[each.cause] ?? []).includes(root.cause),
  );
  const rest = foretold.filter((each) => !first.includes(each));
  return [...first, ...spoken, ...rest];
}

function isFault(finding: Finding): boolean {
  return finding.severity !== 'harmless' && finding.severity !== 'ok';
}

/** All goes well, and the NVIDIA card that is there does none of it. */
function isCertainlyIdle(finding: Finding): boolean {
  return finding.cause === 'torch_cpu_build' && finding.confidence === 'high';
}

/** A line of the text or its owner says so, not only the versions that it names. */
function isSpoken(finding: Finding): boolean {
  return finding.evidence.some((each) => each.said !== undefined || each.how === 'report');
}

/** Real trouble: not what a harmless line brings along, such as the traceback of a missing Triton. */
function troubleIn(said: readonly Said[], heard: Heard): Said[] {
  return said.filter(
    (each) => signatureOf(each)?.role === 'trouble' && !isOfOptionalTriton(each, heard),
  );
}

function isOfOptionalTriton(line: Said, heard: Heard): boolean {
  const speaksOfIt = line.signature === 'TROUBLE_TRACEBACK' || /triton/i.test(line.text);
  return speaksOfIt && heard.near(line, tracebackOfHarmless, 'XF_TRITON', 'XF_TRITON_OLD') !== null;
}

function notAttention(trouble: readonly Said[]): Finding {
  const telling = trouble.filter((each) => each.signature !== 'TROUBLE_TRACEBACK');
  const shown = (telling.length > 0 ? telling : trouble).slice(-4);
  const vague = shown.every((each) => each.signature === 'TROUBLE_LOG_ERROR');
  return findingOf('not_attention_other', {
    evidence: shown.map(saidEvidence),
    confidence: vague ? 'low' : 'medium',
  });
}

function healthy(heard: Heard, clues: Clues): Finding[] {
  const harmlessLine = clues.said.find((each) => signatureOf(each)?.role === 'harmless');
  const operators = heard.all('FACT_XINFO_OPERATOR');
  const works = operators.filter((each) => each.values['state'] === 'available');
  const used = heard.first(...backends);
  const ran = heard.first('FACT_TRITON_WORKS');
  if (used || ran) {
    const backend =
      clues.backend && clues.backend.backend !== 'stops' ? clues.backend.backend : null;
    return [
      findingOf('healthy', {
        evidence: [used, ran].flatMap((each) => (each ? [saidEvidence(each)] : [])),
        ...(backend ? { title: message(`log.healthy.${backend}`) } : {}),
        cost: null,
      }),
    ];
  }
  if (works.length > 0) return [operatorsAvailable(works)];
  const start = heard.first(...started) ?? harmlessLine;
  return start ? [startedWithoutTrouble(start)] : [];
}

const started = [
  'FACT_STARTED',
  'FACT_GENERATED',
  'FACT_DEVICE',
  'FACT_TORCH_COMFYUI',
  'FACT_PYTHON_EXECUTABLE',
];

/** Lines of a start and no fault in them; which attention is used they do not say. */
function startedWithoutTrouble(start: Said): Finding {
  return findingOf('healthy', {
    evidence: [saidEvidence(start)],
    confidence: 'low',
    title: message('log.no-fault'),
    explanation: message('log.no-fault.explanation'),
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
    remedies: [{ goal: null, fixKind: 'none_benign_warning' }],
  });
}
