import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { isFault } from '../../shared/severity.ts';
import { useTexts } from '../language/texts.ts';
import { repairSinceLog } from './older-than-repair.ts';
import { useActions, useApp, useSession } from './store-context.ts';
import { targetOf } from './target.ts';
import { useNextActions, type NextAction, type NextBar } from './use-next-actions.ts';
import { goalOf } from './wizard-steps.ts';

/** The step that the answer to a log leads to: with an install its repair, without one the list. */
export function useLogActions(analysis: LogAnalysis, another: NextAction): NextBar {
  const { text } = useTexts();
  const session = useSession();
  const next = useNextActions();
  const { diagnose, goTo } = useActions();
  const { targetId } = session;
  const pickedId = useApp((current) => current.pickedId);
  const saved = useApp((current) => current.saved);
  const target = targetOf(session);
  const root = analysis.findings.find((finding) => finding.severity !== 'ok');
  const goal = root && isFault(root) ? goalOf(root) : null;
  const calm = analysis.verdict !== 'problem' && analysis.verdict !== 'unknown';

  if (targetId === null || !target) {
    const named = session.found?.installs.find((install) => install.id === pickedId);
    const choose = named
      ? {
          label: text('ui.read-log.look', { name: named.name }),
          onClick: () => void diagnose(named.id),
        }
      : { label: text('ui.read-log.find-install'), onClick: () => goTo('install') };
    if (calm) return { primary: another, others: [choose] };
    return goal
      ? { primary: choose, cost: text('ui.read-log.find-cost'), others: [another] }
      : { primary: choose, others: [another] };
  }
  const look = session.diagnosis
    ? next.seeDiagnosis
    : {
        label: text('ui.read-log.look', { name: target.name }),
        onClick: () => void diagnose(targetId),
      };
  if (repairSinceLog(analysis, session, saved))
    return { primary: next.check, others: [look, another] };
  if (goal) {
    return {
      primary: next.plan(goal, text('ui.repair.show-plan')),
      others: [look, another],
    };
  }
  return calm ? { primary: another, others: [look] } : { primary: look, others: [another] };
}
