import * as z from 'zod';
import type { Verdict } from './verdict.ts';

export const severitySchema = z.enum(['error', 'limit', 'warning', 'harmless', 'ok']);
export type Severity = z.infer<typeof severitySchema>;

type Meaning = {
  /** More is shown first. */
  rank: number;
  /** More than a note: something to be mended, or a limit. */
  fault: boolean;
  /** A fault that a change of packages or settings puts right; a limit is not. */
  mendable: boolean;
  /** Something does not work at all: a repair that leaves or brings it has failed. */
  broken: boolean;
  /** What it comes to where nothing worse was found. */
  verdict: Verdict;
};

/** What a severity means, for everybody: faults before hints, hints before what is harmless. */
export const severities: Readonly<Record<Severity, Meaning>> = {
  error: { rank: 3, fault: true, mendable: true, broken: true, verdict: 'problem' },
  limit: { rank: 3, fault: true, mendable: false, broken: false, verdict: 'hardware_limit' },
  warning: { rank: 2, fault: true, mendable: true, broken: false, verdict: 'problem' },
  harmless: { rank: 1, fault: false, mendable: false, broken: false, verdict: 'benign' },
  ok: { rank: 0, fault: false, mendable: false, broken: false, verdict: 'healthy' },
};

/** Whether a finding of this severity is something wrong: the one answer for rules, pages and printers. */
export function isFault(finding: { severity: Severity }): boolean {
  return severities[finding.severity].fault;
}

/** Whether a plan may be looked for. */
export function isMendable(finding: { severity: Severity }): boolean {
  return severities[finding.severity].mendable;
}

/** Whether a repair that leaves this finding as the reason, or brings it, has failed. */
export function isBroken(finding: { severity: Severity }): boolean {
  return severities[finding.severity].broken;
}
