import type { AttentionInUse } from '../../../shared/log-analysis.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Backend } from '../../../shared/verification.ts';
import { askedAttention } from '../knowledge/asked-attention.ts';
import { backendNamed, startedWith } from './log-backends.ts';
import { flagWords } from './log-flags.ts';

/** What is known of one run of the program, up to a line. */
type Run = {
  flags: string[] | null;
  started: Backend | null;
  /** What a node put in its place. */
  chosen: Backend | null;
  fellBack: boolean;
  /** Whether a picture has begun, by what nodes and fallbacks say, or has stopped with an error. */
  prompt: 'none' | 'running' | 'failed';
  picture: Used | null;
};
type Used = Pick<AttentionInUse, 'last' | 'wanted' | 'way'>;

const argumentLines: readonly SignatureId[] = ['FACT_ARGUMENTS', 'FACT_NO_ARGUMENTS'];
const failures: readonly SignatureId[] = ['TROUBLE_COMFYUI'];

/**
 * The last word on attention: the line of the start, what a node chose after it, and calls that
 * fell back, each for its own run of the program. The last run counts. Pure.
 */
export function attentionInUse(said: readonly Said[], stated: StatedFacts | null): AttentionInUse {
  let run = fresh(null);
  // A command line stands above the start that it begins.
  let nextFlags: string[] | null = null;
  for (const line of said) {
    const start = startedWith(line);
    if (line.signature === 'FACT_RUN' || (start !== null && isOver(run))) {
      run = fresh(
        run.started === null && run.picture === null ? (nextFlags ?? run.flags) : nextFlags,
      );
      nextFlags = null;
    }
    if (argumentLines.includes(line.signature)) nextFlags = flagWords(line.values['flags'] ?? '');
    else if (start !== null) run = { ...run, started: start, chosen: null };
    else run = after(run, line);
  }
  const flags =
    run.flags ?? nextFlags ?? (stated?.launch_args ? flagWords(stated.launch_args) : []);
  const used = run.prompt === 'running' ? inForce(run) : run.picture;
  const { last, wanted, way } = used ?? { ...inForce(run), way: 'start' as const };
  return { asked: askedAttention(flags), started: run.started, last, wanted, way };
}

function fresh(flags: string[] | null): Run {
  return {
    flags,
    started: null,
    chosen: null,
    fellBack: false,
    prompt: 'none',
    picture: null,
  };
}

/** ComfyUI says once which attention it starts with, or twice where a flag replaces it: later it is another start. */
function isOver(run: Run): boolean {
  return run.started !== null && (run.picture !== null || run.prompt !== 'none');
}

function after(run: Run, line: Said): Run {
  const chosen = chosenBy(line);
  if (chosen !== null) return { ...run, chosen, prompt: 'running', fellBack: false };
  if (failures.includes(line.signature)) return { ...run, prompt: 'failed' };
  switch (line.signature) {
    case 'USE_RESTORED':
      return { ...run, chosen: null };
    case 'CF_SAGE_FALLBACK':
    case 'CF_SAGE3_FALLBACK':
    case 'CF_FLASH_FALLBACK':
      return { ...run, fellBack: true, prompt: 'running' };
    case 'FACT_GENERATED':
      // It is said of a picture that failed as well.
      return run.prompt === 'failed'
        ? { ...run, prompt: 'none', fellBack: false }
        : { ...run, prompt: 'none', fellBack: false, picture: inForce(run) };
    default:
      return run;
  }
}

/** What a node says that it puts into the model. */
function chosenBy({ signature, values }: Said): Backend | null {
  switch (signature) {
    case 'USE_NODE':
    case 'SAGE_PATCHED':
      return backendNamed(values['backend'] ?? '');
    case 'USE_NODE_MISSING':
      return 'pytorch';
    case 'USE_KJ_SAGE':
      return 'sage';
    case 'USE_KJ_FLASH':
      return 'flash';
    default:
      return null;
  }
}

function inForce(run: Run): Used {
  const wanted = run.chosen ?? run.started;
  if (run.fellBack && wanted !== 'pytorch') return { last: 'pytorch', wanted, way: 'fallback' };
  return { last: wanted, wanted, way: run.chosen === null ? 'picture' : 'node' };
}
