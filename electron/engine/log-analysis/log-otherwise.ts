import type { Finding } from '../../../shared/finding.ts';
import type { Said } from '../../../shared/said.ts';
import { isFault } from '../../../shared/severity.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { findingOf, saidEvidence } from '../diagnosis/evidence/finding-of.ts';
import { hear, type Heard } from '../diagnosis/evidence/heard.ts';
import { causeRows, explains, placeInChain } from '../knowledge/causes/index.ts';
import { backendSignatures } from './log-backends.ts';
import { healthyLog } from './log-healthy.ts';
import { notAttention, troubleIn } from './log-trouble.ts';
import { isSpoken } from './spoken.ts';

/**
 * Where no rule names a fault: another trouble than attention, a healthy start, or nothing
 * that we know. Harmless notes stay below either.
 */
export function otherwise(
  found: readonly Finding[],
  clues: Clues,
  said: readonly Said[],
  /** The environment was looked at: what was seen there counts as much as what a line says. */
  environment: boolean,
): Finding[] {
  if (environment && found.some(isFault)) return [...found];
  const spoken = found.filter(isSpoken);
  // What only the versions in a log foretell stands below what the log tells.
  const foretold = found.filter((each) => !isSpoken(each));
  if (spoken.some(isFault)) return withSpoken(spoken, foretold);
  const heard = hear(said);
  const notes = [...spoken, ...benignNotes(heard)].sort((a, b) => placeOfNote(a) - placeOfNote(b));
  const memory = heard.first('OOM_CUDA', 'OOM_HOST');
  if (memory) {
    return [
      findingOf('not_attention_oom', { evidence: [saidEvidence(memory)] }),
      ...notes,
      ...foretold,
    ];
  }
  const trouble = troubleIn(said, heard);
  if (trouble.length > 0) {
    return foretold.some(isFault) && !heard.has(...backendSignatures)
      ? [...foretold, notAttention(trouble, heard), ...notes]
      : [notAttention(trouble, heard), ...notes, ...foretold];
  }
  const idle = foretold.filter(isCertainlyIdle);
  if (idle.length > 0)
    return [...idle, ...notes, ...foretold.filter((each) => !idle.includes(each))];
  const fine = healthyLog(heard, clues);
  const proven = fine.some((each) => each.confidence !== 'low');
  // "Available" proves little: a list of operators does not outweigh versions that do not fit.
  if (foretold.some(isFault) && heard.has('FACT_XINFO_OPERATOR') && !heard.has(...proofs)) {
    return [...foretold, ...notes];
  }
  if (notes.length > 0 || proven) return inOrderOfWorry(notes, fine, foretold);
  return foretold.some(isFault) ? foretold : [...fine, ...foretold];
}

/** Lines of attention at work. */
const proofs: readonly SignatureId[] = [...backendSignatures, 'FACT_TRITON_WORKS'];

/** A package that a node can do without is worth less than that all goes well. */
function inOrderOfWorry(notes: Finding[], fine: Finding[], foretold: Finding[]): Finding[] {
  const optional = notes.filter((each) => each.cause === 'accel_package_not_installed');
  const first = notes.filter((each) => !optional.includes(each));
  const proven = fine.some((each) => each.confidence === 'high');
  return proven ? [...first, ...fine, ...optional, ...foretold] : [...notes, ...fine, ...foretold];
}

/** A message that worries people comes before what only versions and backends tell. */
function placeOfNote(note: Finding): number {
  return note.cause === 'acceleration_flag_not_set' ? Infinity : placeInChain(note.cause);
}

function benignNotes(heard: Heard): Finding[] {
  const flash = heard.first('PT_NOT_COMPILED_FLASH');
  return flash
    ? [findingOf('torch_flash_warning_benign', { evidence: [saidEvidence(flash)] })]
    : [];
}

/** The chain counts here too: a torch that has no code for the card comes before any attention error. */
function withSpoken(spoken: readonly Finding[], foretold: readonly Finding[]): Finding[] {
  const root = spoken[0];
  const first = foretold.filter(
    (each) =>
      root !== undefined &&
      causeRows[each.cause].provenByVersions === true &&
      each.confidence === 'high' &&
      explains(each.cause, root.cause),
  );
  const rest = foretold.filter((each) => !first.includes(each));
  return [...first, ...spoken, ...rest];
}

/** All goes well, and the NVIDIA card that is there does none of it. */
function isCertainlyIdle(finding: Finding): boolean {
  return finding.cause === 'torch_cpu_build' && finding.confidence === 'high';
}
