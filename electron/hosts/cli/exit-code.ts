import { assertNever } from '../../../shared/assert-never.ts';
import type { Comparison } from '../../../shared/comparison.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { LogAnalysis } from '../../../shared/log-analysis.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import { isRefusal, type Problem } from '../../../shared/problem.ts';
import { proofOf, type Proof } from '../../../shared/proof.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { FixResult } from '../../../shared/report.ts';
import type { ExitCode } from './exit-codes.ts';

/** What a command came to, as far as its exit code depends on it. */
export type Answer =
  | { kind: 'done' }
  | { kind: 'usage' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'result'; result: OperationResult };

export function exitCodeOf(answer: Answer): ExitCode {
  switch (answer.kind) {
    case 'done':
      return 0;
    case 'usage':
      return 2;
    case 'problem':
      return ofProblem(answer.problem);
    case 'result':
      return ofResult(answer.result);
    default:
      return assertNever(answer);
  }
}

/** Done, but not healthy: a part broke on the way, so something may be missing. */
export function exitCodeWith(exitCode: ExitCode, problems: readonly Problem[]): ExitCode {
  return exitCode === 0 && problems.length > 0 ? 1 : exitCode;
}

function ofProblem({ code }: Problem): ExitCode {
  if (isRefusal(code)) return 5;
  switch (code) {
    // The words of the command line were wrong.
    case 'invalid-request':
    case 'not-found':
    case 'not-an-environment':
    case 'python-unknown':
    case 'mirror-unknown':
    case 'tables-no-address':
    case 'tables-address':
    case 'not-a-file':
    case 'log-empty':
    case 'not-a-text':
    case 'bundle-missing':
    case 'bundle-damaged':
    case 'bundle-foreign':
    case 'bundle-newer':
    case 'facts-unreadable':
    case 'facts-wrong-type':
    case 'workflow-unreadable':
    case 'workflow-not-api':
      return 2;
    case 'cancelled':
      return 130;
    default:
      return 4;
  }
}

function ofResult(result: OperationResult): ExitCode {
  switch (result.kind) {
    case 'find':
    case 'plan':
    case 'bundle':
    case 'opened':
    case 'protect':
      return 0;
    case 'compare':
      return ofComparison(result.comparison);
    case 'diagnose':
      return ofDiagnosis(result.diagnosis);
    case 'log':
      return ofLog(result.analysis);
    case 'fix':
      return ofFix(result.fix);
    case 'trial':
      return result.trial.outcome === 'fails' ? 1 : 0;
    case 'verify':
      return ofVerification(result.verification);
    case 'rollback':
      return result.rollback.outcome === 'needs-attention' ? 4 : 0;
    default:
      return assertNever(result);
  }
}

/** As diff does: 1 says that there is something to see. */
function ofComparison({ packages, flags, findings }: Comparison): ExitCode {
  return packages.length + flags.length + findings.length === 0 ? 0 : 1;
}

/** A picture that is black or noise is a problem, whatever the ladder says. */
function ofVerification(verification: Verification): ExitCode {
  const { workflow, workflowProblem } = verification;
  const spoiled = workflow?.picture === 'black' || workflow?.picture === 'noise';
  return workflowProblem || spoiled ? 1 : ofProof(proofOf(verification));
}

/** What does not apply is no fault; where nothing was checked nothing is proved. */
function ofProof(proof: Proof): ExitCode {
  return proof === 'works' || proof === 'works-cpu' || proof === 'fits' ? 0 : 1;
}

function ofDiagnosis({ verdict, problem }: Diagnosis): ExitCode {
  switch (verdict) {
    case 'healthy':
    case 'benign':
    case 'not_attention':
      return 0;
    case 'problem':
    case 'hardware_limit':
      return 1;
    case 'unknown':
      // The live check could not run: that is our failure, not a finding.
      return problem ? 4 : 1;
    default:
      return assertNever(verdict);
  }
}

/** A log is given because something went wrong: only “nothing is” is well. */
function ofLog({ verdict }: LogAnalysis): ExitCode {
  return verdict === 'healthy' || verdict === 'benign' ? 0 : 1;
}

function ofFix({ outcome }: FixResult): ExitCode {
  switch (outcome) {
    case 'fixed':
    case 'nothing-to-do':
      return 0;
    case 'undone':
      return 3;
    case 'needs-attention':
      return 4;
    case 'cancelled':
      return 130;
    default:
      return assertNever(outcome);
  }
}
