import type { SavedState, Snapshot } from '../../shared/report.ts';
import type { Session } from '../../shared/session.ts';
import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';
import { lastPart } from './target.ts';

/** Keeps the saved states of all installs as the engine has them, asked anew after each job. */
export function keepSavedStates(store: AppStore, backend: Backend): () => Promise<void> {
  let known = '';
  async function load(): Promise<void> {
    const answer = await backend.call('savedStates', {});
    if (answer.ok) store.setState({ saved: answer.value });
  }
  store.subscribe(({ loaded }) => {
    const operation = loaded.phase === 'ready' ? loaded.state.session.operation : null;
    const ended = operation?.outcome ? operation.operationId : known;
    if (ended === known) return;
    known = ended;
    void load();
  });
  return load;
}

/** The saved states of one environment, newest first. */
export type SavedGroup = {
  targetId: string | null;
  name: string;
  root: string | null;
  interrupted: boolean;
  snapshots: Snapshot[];
};

/** All of them, those of the chosen install first: what its last job told is newest. */
export function savedGroups(session: Session, saved: readonly SavedState[]): SavedGroup[] {
  const { targetId, snapshots } = session;
  const told = new Map(snapshots.map((each) => [each.id, each]));
  const groups = new Map<string, SavedGroup>();
  if (targetId !== null && snapshots.length > 0)
    groups.set(targetId, {
      ...{ targetId, name: nameOf(session, targetId, ''), root: null, interrupted: false },
      snapshots: [...snapshots],
    });
  for (const state of saved) {
    const key = state.targetId ?? state.root;
    const group = groups.get(key) ?? {
      ...{ targetId: state.targetId, name: nameOf(session, state.targetId, state.root) },
      ...{ root: null, interrupted: false, snapshots: [] },
    };
    group.root = state.root;
    group.interrupted ||= state.state === 'interrupted';
    if (!told.has(state.id)) group.snapshots.push(state);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.snapshots.length > 0);
}

function nameOf({ found, diagnosis }: Session, targetId: string | null, root: string): string {
  const install =
    found?.installs.find((one) => one.id === targetId) ??
    (diagnosis?.targetId === targetId ? diagnosis.install : null);
  return install?.name ?? lastPart(root);
}

/** What is told at the next start of how the last one ended. */
export type Welcome = { kind: 'interrupted' | 'put-back' | 'repaired'; state: SavedState };

const worthTelling = 14 * 24 * 60 * 60 * 1000;

/** An interrupted repair before anything else; else the newest end of one before this start. */
export function welcomeOf(
  saved: readonly SavedState[],
  now: Date,
  dismissed: string | null,
): Welcome | null {
  const open = saved.find((each) => each.state === 'interrupted' && each.targetId !== null);
  if (open) return { kind: 'interrupted', state: open };
  const [newest] = [...saved].sort((a, b) => endOf(b).localeCompare(endOf(a)));
  if (!newest?.earlier || newest.targetId === null || newest.id === dismissed) return null;
  if (now.getTime() - new Date(endOf(newest)).getTime() > worthTelling) return null;
  return { kind: newest.state === 'restored' ? 'put-back' : 'repaired', state: newest };
}

function endOf(state: SavedState): string {
  return state.restoredAt ?? state.at;
}
