import type { MessageKey } from './en.ts';
import { problems } from './zh-CN/problems.ts';
import { consent } from './zh-CN/consent.ts';
import { operations } from './zh-CN/operations.ts';
import { attentionFindings } from './zh-CN/findings-attention.ts';
import { torchFindings } from './zh-CN/findings-torch.ts';
import { tritonFindings } from './zh-CN/findings-triton.ts';
import { packageFindings } from './zh-CN/findings-packages.ts';
import { kernelFindings } from './zh-CN/findings-kernels.ts';
import { verdictFindings } from './zh-CN/findings-verdicts.ts';
import { advice } from './zh-CN/advice.ts';
import { prescriptionSteps } from './zh-CN/prescription-steps.ts';
import { prescriptionInstalls } from './zh-CN/prescription-installs.ts';
import { prescriptionMachine } from './zh-CN/prescription-machine.ts';
import { prescriptionOutcomes } from './zh-CN/prescription-outcomes.ts';
import { evidence } from './zh-CN/evidence.ts';
import { logAnswers } from './zh-CN/log-answers.ts';
import { logBackends } from './zh-CN/log-backends.ts';
import { plans } from './zh-CN/plans.ts';
import { protection } from './zh-CN/protection.ts';
import { verification } from './zh-CN/verification.ts';
import { benchmark } from './zh-CN/benchmark.ts';
import { workflow } from './zh-CN/workflow.ts';
import { attentionPage } from './zh-CN/attention-page.ts';
import { reports } from './zh-CN/reports.ts';
import { interfaceTexts } from './zh-CN/interface.ts';
import { commandLine } from './zh-CN/command-line.ts';
import { commandHelp } from './zh-CN/command-help.ts';
import { history } from './zh-CN/history.ts';
import { bundle } from './zh-CN/bundle.ts';
import { tables } from './zh-CN/tables.ts';
import { guide } from './zh-CN/guide.ts';
import { hosts } from './zh-CN/hosts.ts';
import { settings } from './zh-CN/settings.ts';

/** Complete by type: a key that English has and this lacks does not compile. */
export const zhCN: Record<MessageKey, string> = {
  ...problems,
  ...consent,
  ...operations,
  ...attentionFindings,
  ...torchFindings,
  ...tritonFindings,
  ...packageFindings,
  ...kernelFindings,
  ...verdictFindings,
  ...advice,
  ...prescriptionSteps,
  ...prescriptionInstalls,
  ...prescriptionMachine,
  ...prescriptionOutcomes,
  ...evidence,
  ...logAnswers,
  ...logBackends,
  ...plans,
  ...protection,
  ...verification,
  ...benchmark,
  ...workflow,
  ...attentionPage,
  ...reports,
  ...interfaceTexts,
  ...commandLine,
  ...commandHelp,
  ...history,
  ...bundle,
  ...tables,
  ...guide,
  ...hosts,
  ...settings,
};
