import type { MessageKey } from './en.ts';
import { problems } from './zh-CN/problems.ts';
import { operations } from './zh-CN/operations.ts';
import { findings } from './zh-CN/findings.ts';
import { plans } from './zh-CN/plans.ts';
import { verification } from './zh-CN/verification.ts';
import { reports } from './zh-CN/reports.ts';
import { interfaceTexts } from './zh-CN/interface.ts';
import { commandLine } from './zh-CN/command-line.ts';
import { hosts } from './zh-CN/hosts.ts';

/** Complete by type: a key that English has and this lacks does not compile. */
export const zhCN: Record<MessageKey, string> = {
  ...problems,
  ...operations,
  ...findings,
  ...plans,
  ...verification,
  ...reports,
  ...interfaceTexts,
  ...commandLine,
  ...hosts,
};
