import { known, unknown, type Facts, type LiveFacts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Environment } from '../../../shared/install.ts';
import type { Command } from '../../../shared/prescription.ts';
import type { LogLine } from '../../../shared/operation.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';
import { contradictions } from '../diagnosis/evidence/loader-evidence.ts';
import { judge } from '../diagnosis/judge.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { askNvidiaSmi } from '../inspection/nvidia.ts';
import { predictBackend } from '../inspection/predict-backend.ts';
import { launchOf, type Launch } from '../launch/launch.ts';
import { processesOf } from '../launch/running-comfyui.ts';
import type { RunningProcess, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { isUnanswered } from '../machine/unanswered.ts';
import { partOf, type TellBroken } from '../mistakes/parts.ts';
import type { Beside } from '../pythons/beside.ts';
import { torchIndexShown } from '../knowledge/torch-index.ts';
import type { Owner } from '../prescription/owner/owner.ts';
import { ownerOfInstall } from '../prescription/owner/owner-of-install.ts';
import { launchLine } from '../prescription/launch-line.ts';
import { prescribed } from '../prescription/prescribe.ts';
import { runProbe } from '../probes/run-probe.ts';
import { saidBy } from './said-by.ts';
import { seenAlive } from './seen-alive.ts';

export type Watch = {
  /** Packages that are looked at as if they were installed. */
  beside?: Beside;
  /** What a Python answers that was started before; null where a fresh one has to be asked. */
  alive?: Promise<LiveFacts | null>;
  signal?: AbortSignal;
  onLine?: (line: LogLine) => void;
  /** Without it a mistake of our own ends the look. */
  onBroken?: TellBroken;
};

/**
 * Static facts refined by a live Python and the driver's tool. Only `cancelled` is thrown; what
 * broke by a mistake of our own is told, and is unknown.
 */
export async function refineFacts(
  system: System,
  target: Target,
  facts: Facts,
  watch: Watch,
): Promise<Facts> {
  const signal = watch.signal ? { signal: watch.signal } : {};
  const { environmentRoot } = target.environment;
  const holders = (await system.holders(environmentRoot).catch(ifUnanswered([]))).filter(isTheirs);
  const tell = watch.onBroken ?? null;
  const unseen = { gpus: unknown(), driver: unknown() };
  const [live, nvidia] = await Promise.all([
    partOf('probe', tell, () => askPython(system, target.environment, watch), unknown()),
    partOf('nvidia-smi', tell, () => askNvidiaSmi(system, signal.signal), unseen),
  ]);
  const refined = {
    ...facts,
    ...seenAlive({ ...facts, live }),
    live,
    comfyui: facts.comfyui && {
      ...facts.comfyui,
      ...launchNow(system, target, watch.beside ? [] : holders),
    },
    said: live.state === 'known' ? saidBy(live.value) : [],
    heldBy: holders.map((each) => ({ pid: each.pid, program: each.arguments[0] ?? '' })),
    gpus: nvidia.gpus.state === 'known' ? nvidia.gpus : facts.gpus,
    driver: nvidia.driver.state === 'known' ? nvidia.driver : facts.driver,
  };
  return { ...refined, backend: refined.comfyui && predictBackend(refined, refined.comfyui) };
}

/** Our own questions to the same Python have their marker among their words. */
function isTheirs({ arguments: words }: RunningProcess): boolean {
  return !words.some((word) => word.startsWith('attention-doctor-'));
}

/** A ComfyUI that runs says better than any script what it was started with. */
function launchNow(
  system: System,
  { install, environment }: Target,
  holders: readonly RunningProcess[],
): Launch | null {
  if (!install) return null;
  const { sourceRoot, launchers } = install;
  const [running] = processesOf(system, sourceRoot, holders, environment.environmentRoot);
  return launchOf(launchers, running);
}

async function askPython(
  system: System,
  environment: Environment,
  watch: Watch,
): Promise<Facts['live']> {
  try {
    const early = (await watch.alive) ?? null;
    const live = early ?? (await runProbe(system, environment, watch));
    return known(live, 'probe', environment.executable);
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    return unknown(toProblem(thrown));
  }
}

/** Gathers, then judges. `elapsedMs` is engine time alone. Throws where a rule breaks. */
export async function diagnose(
  system: System,
  target: Target,
  options: Watch & { live: boolean },
): Promise<Diagnosis> {
  const start = performance.now();
  const files = await gatherStaticFacts(system, target, options.beside);
  const facts = options.live ? await refineFacts(system, target, files, options) : files;
  const diagnosis = toDiagnosis(
    target,
    facts,
    performance.now() - start,
    system.environment.ATTENTION_DOCTOR_TORCH_INDEX,
  );
  // A finding that is gone because its rule broke is none that is gone.
  if (diagnosis.broken?.[0]) throw new ProblemError(diagnosis.broken[0]);
  return diagnosis;
}

/** The judgement of an environment; its owner's own words for the steps of each finding. */
export function toDiagnosis(
  target: Target,
  facts: Facts,
  elapsedMs: number,
  torchIndex?: string,
): Diagnosis {
  const judgement = judge(facts);
  return {
    targetId: target.id,
    install: target.install,
    environment: target.environment,
    facts,
    ...judgement,
    findings: judgement.findings.map(prescribed(facts, ownerOf(target, facts, torchIndex))),
    problem: facts.live.state === 'unknown' ? (facts.live.problem ?? null) : null,
    elapsedMs: Math.round(elapsedMs),
  };
}

/** Where what the tables know and what the loader would do contradict each other, a line each. */
export function contradictionsIn({ facts, findings }: Diagnosis): string[] {
  return contradictions(facts, findings).map((each) => `loader and tables differ: ${each}`);
}

/** What is typed to start the ComfyUI of a diagnosis with this flag; null where nobody types that. */
export function startCommand(diagnosis: Diagnosis, flag: string | null): Command | null {
  const { install, facts } = diagnosis;
  return launchLine(install, { facts, owner: ownerOf(diagnosis, facts, undefined), flag });
}

/** `torchIndex`: a mirror of PyTorch's index that is set on this machine. */
export function ownerOf(
  { install, environment }: Pick<Target, 'install' | 'environment'>,
  facts: Facts,
  torchIndex: string | undefined,
): Owner {
  return ownerOfInstall(install, environment, facts, torchIndexShown(torchIndex));
}
