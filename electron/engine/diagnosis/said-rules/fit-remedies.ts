import type { Finding, Remedy } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { adviceOf } from '../evidence/finding-of.ts';

const setting: Remedy = { goal: null, fixKind: 'change_launch_flag' };

/** Programs that use xFormers only where a flag or a setting says so; ComfyUI takes it by itself. */
const withSetting = /A1111|web-?ui|Forge|SD\.?Next|kohya|lora|InvokeAI|Wan2GP|diffusers/i;

/** The remedy that is usual for a cause, made to fit the program. */
export function fitRemedies(finding: Finding, clues: Clues): Finding {
  const program = clues.stated?.install_kind ?? '';
  if (finding.cause === 'attention_gpu_too_new' && withSetting.test(program)) {
    return withRemedies(finding, [setting, ...finding.remedies]);
  }
  return finding;
}

function withRemedies(finding: Finding, remedies: Remedy[]): Finding {
  const first = remedies[0];
  return first ? { ...finding, remedies, advice: adviceOf(first) } : finding;
}
