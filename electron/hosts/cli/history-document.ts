import type { Language } from '../../../shared/contract.ts';
import type { Culprit, History, SinceProved, TracedChange } from '../../../shared/history.ts';
import { translate } from '../../../shared/messages/index.ts';

/** What became of what was proved, as every document tells it. */
export function sinceFields(language: Language, since: SinceProved | undefined): object {
  return {
    lastGood: since?.lastGood ?? null,
    proved: since?.proved ?? null,
    drift: (since?.drift ?? []).map((each) => changeFields(language, each)),
    restore: since?.restore ?? null,
  };
}

export function historyFields(language: Language, history: History): object {
  return {
    targetId: history.targetId,
    ...sinceFields(language, history),
    entries: history.entries.map(({ changes, by, ...entry }) => ({
      ...entry,
      changes: changes.map((each) => changeFields(language, each)),
      by: byFields(language, by),
    })),
  };
}

function changeFields(
  language: Language,
  { name, from, to, by, candidates }: TracedChange,
): object {
  return {
    ...{ name, from, to, by: byFields(language, by) },
    ...(candidates ? { candidates: candidates.map((each) => byFields(language, each)) } : {}),
  };
}

function byFields(language: Language, by: Culprit | null): object | null {
  return by && { ...by, evidence: by.evidence.map((each) => translate(language, each)) };
}
