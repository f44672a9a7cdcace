import { problems } from './en/problems.ts';
import { consent } from './en/consent.ts';
import { operations } from './en/operations.ts';
import { attentionFindings } from './en/findings-attention.ts';
import { torchFindings } from './en/findings-torch.ts';
import { tritonFindings } from './en/findings-triton.ts';
import { packageFindings } from './en/findings-packages.ts';
import { kernelFindings } from './en/findings-kernels.ts';
import { verdictFindings } from './en/findings-verdicts.ts';
import { advice } from './en/advice.ts';
import { prescriptionSteps } from './en/prescription-steps.ts';
import { prescriptionInstalls } from './en/prescription-installs.ts';
import { prescriptionMachine } from './en/prescription-machine.ts';
import { prescriptionOutcomes } from './en/prescription-outcomes.ts';
import { evidence } from './en/evidence.ts';
import { logAnswers } from './en/log-answers.ts';
import { logBackends } from './en/log-backends.ts';
import { plans } from './en/plans.ts';
import { protection } from './en/protection.ts';
import { verification } from './en/verification.ts';
import { benchmark } from './en/benchmark.ts';
import { workflow } from './en/workflow.ts';
import { attentionPage } from './en/attention-page.ts';
import { reports } from './en/reports.ts';
import { interfaceTexts } from './en/interface.ts';
import { commandLine } from './en/command-line.ts';
import { commandHelp } from './en/command-help.ts';
import { history } from './en/history.ts';
import { bundle } from './en/bundle.ts';
import { tables } from './en/tables.ts';
import { guide } from './en/guide.ts';
import { hosts } from './en/hosts.ts';
import { settings } from './en/settings.ts';

export const en = {
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
} as const;

export type MessageKey = keyof typeof en;
