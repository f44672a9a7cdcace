import { cluesOfLog } from '../../electron/engine/log-analysis/log-clues.ts';
import { readText } from '../../electron/engine/logs/read-log.ts';
import type { Clues } from '../../electron/engine/diagnosis/evidence/clues.ts';
import { torchIndexBase } from '../../electron/engine/knowledge/torch-index.ts';
import { ownerOfLog } from '../../electron/engine/prescription/owner/owner-of-log.ts';
import type { Owner } from '../../electron/engine/prescription/owner/owner.ts';
import type { StatedFacts } from '../../shared/stated-facts.ts';

export function cluesIn(lines: readonly string[], stated: StatedFacts | null): Clues {
  return cluesOfLog(readText(lines.join('\n')).said, stated);
}

/** Whose machine these lines are from. */
export function ownerIn(lines: readonly string[], stated: StatedFacts | null): Owner {
  return ownerOfLog(cluesIn(lines, stated), torchIndexBase(undefined));
}
