import type { Language } from '../../../shared/contract.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { OpenedBundle } from '../../../shared/bundle.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Environment, Found, Glance, Install } from '../../../shared/install.ts';
import { problemHint, problemSentence, translate } from '../../../shared/messages/index.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { FixResult, Snapshot } from '../../../shared/report.ts';
import type { TrialResult } from '../../../shared/trial.ts';
import type { Verification } from '../../../shared/verification.ts';
import { comparisonFields, protectionFields } from './protection-document.ts';
import { findingFields, logFields } from './finding-document.ts';
import { sinceFields } from './history-document.ts';

/** One JSON document of the command line; its fields are a contract (fields are added, never renamed). */
export type Document = { schema: 1; [field: string]: unknown };

/** The document of a finished operation. `file` is where a bundle was written. */
export function documentOf(
  language: Language,
  result: OperationResult,
  file: string | null,
): Document {
  switch (result.kind) {
    case 'find':
      return { schema: 1, ...foundFields(language, result.found) };
    case 'diagnose':
      return { schema: 1, ...diagnosisFields(language, result.diagnosis) };
    case 'plan':
      return { schema: 1, ...planFields(language, result.plan) };
    case 'fix':
      return { schema: 1, ...fixFields(language, result.fix) };
    case 'trial':
      return { schema: 1, ...trialFields(language, result.trial) };
    case 'verify':
      return { schema: 1, ...verificationFields(language, result.verification) };
    case 'rollback':
      return { schema: 1, ...result.rollback };
    case 'bundle': {
      const { bytes, entries, redactions, fileName } = result.bundle;
      return { schema: 1, file: file ?? fileName, bytes, entries, redactions };
    }
    case 'opened':
      return { schema: 1, ...openedFields(language, result.opened) };
    case 'log':
      return { schema: 1, ...logFields(language, result.analysis) };
    case 'protect':
      return { schema: 1, ...protectionFields(language, result.protection) };
    case 'compare':
      return { schema: 1, ...comparisonFields(language, result.comparison) };
    default:
      return assertNever(result);
  }
}

export function problemDocument(language: Language, problem: Problem): Document {
  return { schema: 1, problem: problemFields(language, problem) };
}

/** The same with what broke on the way by a mistake of our own. */
export function documentWith(
  language: Language,
  document: Document,
  problems: readonly Problem[],
): Document {
  if (problems.length === 0) return document;
  return { ...document, problems: problems.map((each) => problemFields(language, each)) };
}

export function snapshotsDocument(snapshots: readonly Snapshot[]): Document {
  return { schema: 1, snapshots };
}

/** A problem with its sentence and its hint in the language asked for. */
export function problemFields(language: Language, problem: Problem): object {
  const { code, params, detail, command, exitCode } = problem;
  return {
    code,
    message: problemSentence(language, problem),
    hint: problemHint(language, problem),
    ...(params === undefined ? {} : { params }),
    ...(detail === undefined ? {} : { detail }),
    ...(command === undefined ? {} : { command }),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

export function planFields(language: Language, plan: Plan): object {
  const say = (ref: MessageRef) => translate(language, ref);
  return { ...plan, undo: say(plan.undo), warnings: plan.warnings.map(say) };
}

function foundFields(language: Language, found: Found): object {
  return {
    installs: found.installs.map((install) => ({
      ...installFields(language, install),
      ...glanceFields(language, found.glances?.[install.id]),
    })),
    environments: found.environments.map((each) => environmentFields(language, each)),
    elapsedMs: found.elapsedMs,
    ...driftedFields(language, found.drifted ?? {}),
  };
}

/** Left out where everything is as it was proved. */
function driftedFields(language: Language, drifted: NonNullable<Found['drifted']>): object {
  const all = Object.entries(drifted);
  if (all.length === 0) return {};
  const fields = all.map(([id, since]) => [id, sinceFields(language, since)] as const);
  return { drifted: Object.fromEntries(fields) };
}

/** Only where verdicts were asked for. */
function glanceFields(language: Language, glance: Glance | undefined): object {
  if (!glance) return {};
  const { verdict, cause, headline } = glance;
  return { verdict, cause, headline: translate(language, headline) };
}

export function installFields(language: Language, install: Install): object {
  return { ...install, problems: install.problems.map((each) => problemFields(language, each)) };
}

function environmentFields(language: Language, environment: Environment): object {
  const problems = environment.problems.map((each) => problemFields(language, each));
  return { ...environment, problems };
}

/** What is known of one environment. */
export function diagnosisFields(language: Language, diagnosis: Diagnosis): object {
  const say = (ref: MessageRef | null) => (ref ? translate(language, ref) : null);
  return {
    targetId: diagnosis.targetId,
    install: diagnosis.install ? installFields(language, diagnosis.install) : null,
    environment: environmentFields(language, diagnosis.environment),
    verdict: diagnosis.verdict,
    headline: say(diagnosis.headline),
    reason: say(diagnosis.reason),
    findings: diagnosis.findings.map((finding) => findingFields(language, finding)),
    facts: diagnosis.facts,
    problem: diagnosis.problem ? problemFields(language, diagnosis.problem) : null,
    ...sinceFields(language, diagnosis.since),
    threats: diagnosis.threats ?? [],
    protection: diagnosis.protection ?? null,
    elapsedMs: diagnosis.elapsedMs,
  };
}

function openedFields(language: Language, { fileName, report, files }: OpenedBundle): object {
  if (!report) return { fileName, report: null, files };
  const { diagnosis, verification, fix, plan } = report;
  return {
    fileName,
    report: {
      ...report,
      diagnosis: diagnosisFields(language, diagnosis),
      verification: verification && verificationFields(language, verification),
      fix: fix && fixFields(language, fix),
      plan: plan ? planFields(language, plan) : null,
    },
    files,
  };
}

function fixFields(language: Language, fix: FixResult): object {
  return {
    outcome: fix.outcome,
    plan: planFields(language, fix.plan),
    before: diagnosisFields(language, fix.before),
    after: fix.after ? diagnosisFields(language, fix.after) : null,
    verification: fix.verification ? verificationFields(language, fix.verification) : null,
    changes: fix.changes,
    snapshotId: fix.snapshotId,
    problem: fix.problem ? problemFields(language, fix.problem) : null,
    log: fix.log,
    left: fix.left ?? [],
  };
}

function trialFields(language: Language, trial: TrialResult): object {
  const { outcome, plan, verification, after, problem } = trial;
  return {
    outcome,
    plan: planFields(language, plan),
    verification: verification ? verificationFields(language, verification) : null,
    after: after ? diagnosisFields(language, after) : null,
    problem: problem ? problemFields(language, problem) : null,
  };
}

function verificationFields(language: Language, verification: Verification): object {
  return {
    targetId: verification.targetId,
    rungs: verification.rungs.map((rung) => ({
      ...rung,
      evidence: translate(language, rung.evidence),
      problem: rung.problem ? problemFields(language, rung.problem) : null,
    })),
    recommended: {
      ...verification.recommended,
      basis: translate(language, verification.recommended.basis),
    },
    backends: verification.backends.map((each) => ({
      ...each,
      evidence: translate(language, each.evidence),
      problem: each.problem ? problemFields(language, each.problem) : null,
    })),
    benchmark: verification.benchmark,
    benchmarkNote: verification.benchmarkNote && translate(language, verification.benchmarkNote),
    launch: verification.launch ?? null,
    workflow: verification.workflow ?? null,
    workflowProblem: verification.workflowProblem
      ? problemFields(language, verification.workflowProblem)
      : null,
    elapsedMs: verification.elapsedMs,
  };
}
