import { attentionPackageTemplates } from './attention-packages.ts';
import { installationTemplates } from './installation.ts';
import { quietTemplates } from './quiet.ts';
import type { LogTemplate } from './template.ts';
import { torchTemplates } from './torch.ts';
import { tritonTemplates } from './triton.ts';
import { xformersTemplates } from './xformers.ts';

/** Logs of every cause, written from what the programs print. */
export const logTemplates: readonly LogTemplate[] = [
  ...xformersTemplates,
  ...torchTemplates,
  ...tritonTemplates,
  ...attentionPackageTemplates,
  ...installationTemplates,
  ...quietTemplates,
];
