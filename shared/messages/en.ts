import { problems } from './en/problems.ts';
import { operations } from './en/operations.ts';
import { findings } from './en/findings.ts';
import { plans } from './en/plans.ts';
import { verification } from './en/verification.ts';
import { reports } from './en/reports.ts';
import { interfaceTexts } from './en/interface.ts';
import { commandLine } from './en/command-line.ts';
import { hosts } from './en/hosts.ts';

export const en = {
  ...problems,
  ...operations,
  ...findings,
  ...plans,
  ...verification,
  ...reports,
  ...interfaceTexts,
  ...commandLine,
  ...hosts,
} as const;

export type MessageKey = keyof typeof en;
