import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Verification } from '../../../shared/verification.ts';
import { fail, ProblemError, type ProblemCode } from '../../../shared/problem.ts';
import {
  contradictionsIn,
  refineFacts,
  startCommand,
  toDiagnosis,
} from '../examination/diagnose.ts';
import { readBuildTools } from '../inspection/build-tools.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import { unlessCancelled } from '../machine/patience.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { makePlan } from '../planning/make-plan.ts';
import { chosenMirror } from '../planning/mirrors.ts';
import { prove, watchOf } from '../proving/prove.ts';
import { compiles, type Workflow } from '../proving/workflow/read-workflow.ts';
import { runWorkflow, workflowIn, workflowOf } from '../proving/workflow/run-workflow.ts';
import { journalsOf, snapshotsFor } from '../repair/journals.ts';
import { hasInterrupted } from '../repair/prepare.ts';
import { downloadSpeed } from '../state/speeds.ts';
import { protectionState } from '../protection/protection-state.ts';
import { findThreats } from '../threats/find-threats.ts';
import type { WithHistory } from './job-options.ts';
import { tellArrival, tellAsked } from './tell-resolve.ts';

/** What is to be compiled with is looked for only where something is. */
async function withBuildTools(system: System, diagnosis: Diagnosis): Promise<Diagnosis> {
  const buildTools = await readBuildTools(system, diagnosis.environment);
  return { ...diagnosis, facts: { ...diagnosis.facts, buildTools } };
}

/** The jobs that look at an environment and change nothing: diagnose, plan, verify. */
export function createLookJobs(options: WithHistory) {
  const { system, paths, targets, plans, memory, history } = options;

  /** The steps that all three begin with. Engine time only, not what a caller adds. */
  async function look<K extends 'diagnose' | 'plan' | 'verify'>(
    context: OperationContext<K>,
    target: Target,
    live: boolean,
  ): Promise<Diagnosis> {
    const begin = performance.now();
    const files = await context.step('inspect', () =>
      gatherStaticFacts(whileWanted(system, context.signal), target),
    );
    const facts = live
      ? await context.step('probe', () => {
          context.progress('probe', message('progress.asking-python'));
          return refineFacts(system, target, files, {
            signal: context.signal,
            onLine: (line) => {
              context.log('probe', line);
            },
            onBroken: context.broken,
          });
        })
      : files;
    const mirror = system.environment.ATTENTION_DOCTOR_TORCH_INDEX;
    const diagnosis = toDiagnosis(target, facts, performance.now() - begin, mirror);
    diagnosis.broken?.forEach(context.broken);
    for (const text of contradictionsIn(diagnosis))
      context.log('inspect', { stream: 'stderr', text });
    return diagnosis;
  }

  async function diagnoseJob(
    context: OperationContext<'diagnose'>,
    targetId: string,
    live: boolean,
  ): Promise<OperationEnd> {
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = await look(context, target, live);
    await context.step('judge', () => {
      for (const finding of diagnosis.findings) context.finding(finding);
      return Promise.resolve();
    });
    await memory.keepResult(targetId, diagnosis.verdict, options.clock());
    const since = await history.look(target, diagnosis.facts);
    const { id, environmentRoot } = target.environment;
    const [threats, protection] = await Promise.all([
      findThreats(system, target.install, diagnosis.facts),
      protectionState(system, environmentRoot, diagnosis.facts),
    ]);
    const journals = await journalsOf(system, paths, id, diagnosis.facts);
    const problem = (await hasInterrupted(system, paths, id, journals))
      ? { code: 'interrupted-repair' as const }
      : diagnosis.problem;
    return {
      result: {
        kind: 'diagnose',
        diagnosis: { ...diagnosis, problem, since, threats, protection },
        snapshots: snapshotsFor(journals.own),
      },
    };
  }

  async function planJob(
    context: OperationContext<'plan'>,
    targetId: string,
    goal: Goal,
    more: { mirror?: string | undefined; wheelFile?: string | undefined } = {},
  ): Promise<OperationEnd> {
    const mirror = chosenMirror(more.mirror, options.settings.get().mirror ?? null);
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const looked = requireAsked(await look(context, target, true), 'python-silent');
    const diagnosis = goal === 'source-build' ? await withBuildTools(system, looked) : looked;
    // What is half done is no ground to plan on: it has to be brought to an end first.
    const { id } = target.environment;
    const journals = await journalsOf(system, paths, id, diagnosis.facts);
    if (await hasInterrupted(system, paths, id, journals)) fail('interrupted-repair');
    const plan = await context.step('resolve', async () => {
      context.progress('resolve', message('progress.resolving'));
      const bytesPerSecond = await downloadSpeed(system, paths.speeds);
      return makePlan(system, diagnosis, goal, {
        mirror,
        surroundings: { stateFolder: options.stateFolder, bytesPerSecond },
        signal: context.signal,
        onLine: (line) => {
          tellAsked(context, line);
          context.log('resolve', line);
        },
        ...(more.wheelFile === undefined ? {} : { wheelFile: more.wheelFile }),
        onArrival: (arrival) => {
          tellArrival(context, arrival);
        },
      });
    });
    plans.set(plan.id, { plan, diagnosis });
    return { result: { kind: 'plan', plan } };
  }

  async function verifyJob(
    context: OperationContext<'verify'>,
    targetId: string,
    wanted: {
      benchmark?: boolean;
      workflowFile?: string | undefined;
      /** null: it was too large to be one. */
      workflowBytes?: Uint8Array | null | undefined;
    } = {},
  ): Promise<OperationEnd> {
    const { workflowFile: file, workflowBytes: bytes } = wanted;
    // A file that is none is said before anything is started.
    const given = bytes === undefined ? null : workflowOf(bytes);
    const workflow = file === undefined ? given : await workflowIn(system, file);
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = requireAsked(await look(context, target, true));
    // What changed before the check is none of its doing.
    await history.look(target, diagnosis.facts);
    const verification = await prove(system, diagnosis, context, {
      folder: path.join(paths.staging, options.newId()),
      benchmark: wanted.benchmark === true,
      compile: workflow !== null && compiles(workflow),
    });
    const launch = startCommand(diagnosis, verification.recommended.flag);
    const ran = workflow && (await theirWork(context, diagnosis, workflow));
    const since = await history.verified(target, diagnosis.facts, verification);
    return { result: { kind: 'verify', verification: { ...verification, launch, ...ran }, since } };
  }

  /** What the user's own workflow came to: that it does not run takes nothing from the ladder. */
  async function theirWork(
    context: OperationContext<'verify'>,
    diagnosis: Diagnosis,
    workflow: Workflow,
  ): Promise<Pick<Verification, 'workflow' | 'workflowProblem'>> {
    const places = {
      folder: path.join(paths.staging, options.newId()),
      kept: paths.workflows(diagnosis.targetId),
      now: options.clock(),
      watch: watchOf(context, 'workflow'),
    };
    try {
      return {
        workflow: await context.step('workflow', () =>
          runWorkflow(system, diagnosis, workflow, places),
        ),
      };
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || thrown.problem.code === 'cancelled') throw thrown;
      return { workflowProblem: thrown.problem };
    }
  }

  /** What stands on a live Python cannot go on where the user has to be asked first, or it is silent. */
  function requireAsked(diagnosis: Diagnosis, ...also: ProblemCode[]): Diagnosis {
    const { problem } = diagnosis;
    if (problem && ['consent-needed', ...also].includes(problem.code))
      throw new ProblemError(problem);
    return diagnosis;
  }

  return { diagnose: diagnoseJob, plan: planJob, verify: verifyJob };
}
