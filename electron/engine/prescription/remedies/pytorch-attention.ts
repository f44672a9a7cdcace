import type { Step } from '../../../../shared/prescription.ts';
import { message } from '../../../../shared/messages/index.ts';
import { settingNames, type SettingName } from '../../knowledge/program-rows.ts';
import type { Case } from '../writing/case.ts';
import { changeStep, changeTo } from '../writing/settings.ts';

/** The attentions that a flag or a drop-down can ask for. */
export const attentions: readonly SettingName[] = settingNames.filter((each) =>
  ['xformers', 'sage', 'flash', 'comfy_kitchen'].includes(each),
);

/** PyTorch's own attention, which needs no package: the smaller remedy where another one is written. */
export function pytorchInstead(current: Case): Step | null {
  const change = changeTo(current, 'pytorch', attentions);
  if (!change) return null;
  const step = changeStep(current, change);
  return { ...step, text: message('prescription.otherwise.pytorch') };
}
