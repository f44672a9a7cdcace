import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import { settingOf, type SettingName } from '../../knowledge/program-rows.ts';
import type { Case } from './case.ts';

/** The line of the next start that shows that this setting is in use; else that the message is gone. */
export function proofOf(current: Case, setting: SettingName | null): MessageRef {
  const row = setting && settingOf(current.owner.engine, setting);
  return row ? message('prescription.proof.line', { line: row.proof }) : messageIsGone(current);
}

/** What was complained of does not appear any more. */
export function messageIsGone({ finding }: Case): MessageRef {
  const line = finding.evidence.find(({ said }) => said)?.said?.text ?? null;
  return line === null
    ? message('prescription.proof.look-again')
    : message('prescription.proof.gone', { line: shortened(line) });
}

const longest = 160;

export function shortened(line: string): string {
  const text = line.trim();
  return text.length <= longest ? text : `${text.slice(0, longest)} …`;
}
