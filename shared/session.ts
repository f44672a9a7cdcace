import * as z from 'zod';
import { foundSchema, type Glance, type Install } from './install.ts';
import type { SinceProved } from './history.ts';
import { diagnosisSchema } from './finding.ts';
import { logAnalysisSchema } from './log-analysis.ts';
import { openedBundleSchema } from './bundle.ts';
import { comparisonSchema } from './comparison.ts';
import { planSchema } from './plan.ts';
import { protectionSchema } from './protection.ts';
import { trialResultSchema } from './trial.ts';
import { verificationSchema } from './verification.ts';
import { bundleSchema, fixResultSchema, rollbackResultSchema, snapshotSchema } from './report.ts';
import { operationStateSchema, type OperationEvent, type OperationResult } from './operation.ts';
import { reduceOperation } from './reduce-operation.ts';
import { assertNever } from './assert-never.ts';
import type { Verdict } from './verdict.ts';

/** Everything the engine remembers of this sitting: what a reload starts from. */
export const sessionSchema = z.object({
  /** The last event that is part of this. */
  seq: z.number().int(),
  targetId: z.string().nullable(),
  found: foundSchema.nullable(),
  diagnosis: diagnosisSchema.nullable(),
  plan: planSchema.nullable(),
  /** Of the plan that is shown. */
  trial: trialResultSchema.nullable(),
  fix: fixResultSchema.nullable(),
  verification: verificationSchema.nullable(),
  rollback: rollbackResultSchema.nullable(),
  bundle: bundleSchema.nullable(),
  /** What protects the target, or what would; null where a later look says it. */
  protection: protectionSchema.nullable(),
  /** The target beside another one. */
  comparison: comparisonSchema.nullable(),
  /** Something was looked at or changed since the bundle was made. */
  bundleIsOld: z.boolean(),
  snapshots: z.array(snapshotSchema),
  /** The answer to the last log; about a text, not about the target. */
  log: logAnalysisSchema.nullable(),
  /** A bundle that somebody sent, in place of a log. */
  opened: openedBundleSchema.nullable(),
  operation: operationStateSchema.nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

export const emptySession: Session = {
  seq: 0,
  targetId: null,
  found: null,
  diagnosis: null,
  plan: null,
  trial: null,
  fix: null,
  verification: null,
  rollback: null,
  bundle: null,
  protection: null,
  comparison: null,
  bundleIsOld: false,
  snapshots: [],
  log: null,
  opened: null,
  operation: null,
};

/** Events already seen (seq not above the session's) change nothing. */
export function reduceSession(session: Session, event: OperationEvent): Session {
  if (event.seq <= session.seq) return session;
  const next: Session = {
    ...session,
    seq: event.seq,
    operation: reduceOperation(session.operation, event),
  };
  if (event.type === 'started') return forTarget(next, event.targetId);
  if (event.type === 'found') return { ...next, found: event.found };
  if (event.type === 'glance') return withGlance(next, event.of, event.glance);
  if (event.type === 'ended' && event.result)
    return withLastResult(withResult(next, event.result), event.result, event.at);
  return next;
}

function withGlance(session: Session, id: string, glance: Glance): Session {
  const { found } = session;
  if (!found) return session;
  return { ...session, found: { ...found, glances: { ...found.glances, [id]: glance } } };
}

/** The list says of an install what the newest look at it came to, whichever job looked. */
function withLastResult(session: Session, result: OperationResult, at: string): Session {
  const { found, targetId } = session;
  const verdict = verdictAfter(result);
  if (!found || targetId === null || verdict === undefined) return session;
  const { [targetId]: _before, ...others } = found.lastResults ?? {};
  const lastResults = verdict === null ? others : { ...others, [targetId]: { verdict, at } };
  const installs = found.installs.map((install) => installNow(install, result));
  if (result.kind === 'diagnose') return { ...session, found: { ...found, installs, lastResults } };
  // It was changed since its files were read.
  const { [targetId]: _old, ...glances } = found.glances ?? {};
  return { ...session, found: { ...found, installs, lastResults, glances } };
}

/** Its Python and packages as the newest look at it saw them. */
function installNow(install: Install, result: OperationResult): Install {
  const seen =
    result.kind === 'fix' ? result.fix.after : 'diagnosis' in result ? result.diagnosis : null;
  if (seen?.install?.id !== install.id) return install;
  const { torch, xformers } = seen.facts;
  const packages = {
    torch: torch.state === 'known' ? torch.value.version : null,
    xformers: xformers.state === 'known' ? xformers.value.version : null,
  };
  const { python, problems } = seen.install;
  return { ...install, python, problems, packages };
}

/** undefined: this job says nothing of it. null: it was changed, and not looked at since. */
function verdictAfter(result: OperationResult): Verdict | null | undefined {
  switch (result.kind) {
    case 'diagnose':
      return result.diagnosis.verdict;
    case 'fix':
      return result.fix.after?.verdict;
    case 'rollback':
      return result.rollback.outcome === 'forgotten'
        ? undefined
        : (result.diagnosis?.verdict ?? null);
    default:
      return undefined;
  }
}

/** Another target: nothing that was said of the last one may be shown beside it. */
function forTarget(session: Session, targetId: string | null): Session {
  if (targetId === null || targetId === session.targetId) return session;
  return {
    ...emptySession,
    seq: session.seq,
    found: session.found,
    log: session.log,
    opened: session.opened,
    operation: session.operation,
    targetId,
  };
}

function withResult(session: Session, result: OperationResult): Session {
  return withSince(afterResult(session, result), sinceOf(result));
}

/** What the last job learned of what was proved holds wherever it is shown. */
function withSince(session: Session, since: SinceProved | undefined): Session {
  const { targetId, found, diagnosis } = session;
  if (since === undefined || targetId === null) return session;
  const others = Object.entries(found?.drifted ?? {}).filter(([id]) => id !== targetId);
  const own = since.drift.length > 0 ? [[targetId, since] as const] : [];
  const drifted = Object.fromEntries([...others, ...own]);
  return {
    ...session,
    found: found && { ...found, drifted },
    diagnosis: diagnosis && { ...diagnosis, since },
  };
}

function sinceOf(result: OperationResult): SinceProved | undefined {
  switch (result.kind) {
    case 'diagnose':
      return result.diagnosis.since;
    case 'verify':
      return result.since;
    case 'fix':
      return result.fix.after?.since;
    case 'rollback':
      return result.diagnosis?.since;
    default:
      return undefined;
  }
}

function afterResult(before: Session, result: OperationResult): Session {
  const looked = ['diagnose', 'fix', 'rollback', 'verify'].includes(result.kind);
  const session = looked ? { ...before, bundleIsOld: before.bundle !== null } : before;
  switch (result.kind) {
    case 'find':
      return { ...session, found: result.found };
    case 'diagnose':
      return {
        ...session,
        diagnosis: result.diagnosis,
        snapshots: result.snapshots,
        plan: null,
        trial: null,
        protection: null,
      };
    case 'plan':
      return { ...session, plan: result.plan, trial: null };
    case 'fix':
      return {
        ...session,
        fix: result.fix,
        rollback: null,
        plan: null,
        trial: null,
        snapshots: result.snapshots,
        protection: null,
        diagnosis: result.fix.after ?? session.diagnosis,
        verification: result.fix.verification ?? session.verification,
      };
    case 'trial':
      return { ...session, trial: result.trial };
    case 'verify':
      return { ...session, verification: result.verification };
    case 'rollback':
      return {
        ...session,
        rollback: result.rollback,
        protection: null,
        fix: null,
        plan: null,
        trial: null,
        verification: null,
        snapshots: result.snapshots,
        diagnosis: result.diagnosis ?? session.diagnosis,
      };
    case 'bundle':
      return { ...session, bundle: result.bundle, bundleIsOld: false };
    case 'log':
      return { ...session, log: result.analysis, opened: null };
    case 'opened':
      return { ...session, opened: result.opened, log: null };
    case 'protect':
      return { ...session, protection: result.protection };
    case 'compare':
      return { ...session, comparison: result.comparison };
    default:
      return assertNever(result);
  }
}
