import type { StartRequest } from '../../shared/contract.ts';
import type { Goal } from '../../shared/goal.ts';
import type { LinkId } from '../../shared/links.ts';
import type { Backend } from '../backend/backend.ts';
import { createQuestions, type Questions } from './questions.ts';
import type { AppStore } from './app-store.ts';
import { createBundleActions, type BundleActions } from './bundle-actions.ts';
import { kindOfGiven, mayHoldWorkflow } from '../../shared/given-files.ts';
import type { Dropped } from './dropped.ts';
import { createLogActions, type LogActions } from './log-actions.ts';
import { endGlancing, searchEnded } from './searching.ts';
import { createSettingsActions, type SettingsActions } from './settings-actions.ts';
import { pageOf, type Page } from './wizard-page.ts';
import { areaOf } from './wizard-steps.ts';
import { createWheelActions, type WheelActions } from './wheel-actions.ts';
import { createWorkflowAction } from './workflow-action.ts';

type BundleWishes = Omit<Extract<StartRequest, { kind: 'bundle' }>, 'kind' | 'targetId'>;
type ProtectHow = Extract<StartRequest, { kind: 'protect' }>['how'];

export type Actions = Questions &
  LogActions &
  BundleActions &
  SettingsActions &
  WheelActions & {
    goTo: (page: Page) => void;
    /** Leads to the page of what runs now. */
    followJob: () => void;
    find: (folderId?: string) => Promise<void>;
    /** The search that starts by itself: nobody who looks elsewhere is called back. */
    findByItself: () => Promise<void>;
    /** Chooses one of the list; nothing is looked at yet. */
    pick: (targetId: string) => void;
    /** An install whose files name no Python is started with this one; then it is looked at. */
    choosePython: (targetId: string, environmentId: string) => Promise<void>;
    diagnose: (targetId: string) => Promise<void>;
    /** The user was told why we ask, and agrees that the Python of this one is started. */
    startPython: (targetId: string) => Promise<void>;
    lookAtFiles: (targetId: string) => Promise<void>;
    /** The same, asked for by nobody: whoever has chosen a page meanwhile stays there. */
    lookByItself: (targetId: string) => Promise<void>;
    /** `wheelId`: with this wheel file of the user's. */
    plan: (targetId: string, goal: Goal, wheelId?: string | null) => Promise<void>;
    fix: (planId: string) => Promise<void>;
    /** Carries the plan out beside the environment only. */
    tryBeside: (planId: string) => Promise<void>;
    verify: (targetId: string) => Promise<void>;
    /** The check, and how fast each attention is. */
    measure: (targetId: string) => Promise<void>;
    /** The check, and a workflow of the user's after it. */
    runWorkflow: (targetId: string, file: File) => Promise<void>;
    restore: (targetId: string, snapshotId: string) => Promise<void>;
    /** Brings an interrupted repair to an end, in the way that loses nothing. */
    endInterrupted: (targetId: string) => Promise<void>;
    /** Lets go of a saved state; nothing else changes. */
    forget: (targetId: string, snapshotId: string) => Promise<void>;
    /** The page stays where it is: the switch stands on several. */
    protect: (targetId: string, how: ProtectHow, planId?: string) => Promise<void>;
    compare: (targetId: string, otherId: string) => Promise<void>;
    prepareBundle: (targetId: string, wishes: BundleWishes) => Promise<void>;
    cancel: (operationId: string) => Promise<void>;
    pickFolder: () => Promise<void>;
    /** False: the host cannot tell where something dropped lies, so only logs can be dropped. */
    canAddDropped: boolean;
    takeDropped: (dropped: Dropped) => Promise<void>;
    openLink: (linkId: LinkId) => Promise<void>;
    setLogOpen: (open: boolean) => void;
    dismissWelcome: (id: string) => void;
    dismissRefusal: () => void;
  };

/** What only the page around the store can do: save an address of our own host, open somebody else's. */
export type PageAbilities = {
  download: (path: string) => void;
  openPage: (url: string) => void;
};

/** Everything the user can do. */
export function createActions(
  store: AppStore,
  backend: Backend,
  { download, openPage }: PageAbilities,
): Actions {
  async function start(request: StartRequest, page: Page | null | 'as-it-is'): Promise<void> {
    const { chosenPage: pageBefore } = store.getState();
    store.setState({
      starting: { kind: request.kind, operationId: null },
      refusal: null,
      bundleSaved: null,
    });
    await endGlancing(store, backend);
    const answer = await backend.call('start', request);
    if (!answer.ok) {
      store.setState({ starting: null, refusal: answer.problem });
      return;
    }
    const { operationId } = answer.value;
    store.setState((current) => {
      const begun =
        current.loaded.phase === 'ready' &&
        current.loaded.state.session.operation?.operationId === operationId;
      // The first event may be here before the answer, or come after it.
      const starting = begun ? null : { kind: request.kind, operationId };
      // Who went elsewhere while the answer was on its way is not called back.
      const leads = page !== 'as-it-is' && current.chosenPage === pageBefore;
      return { ...current, starting, chosenPage: leads ? page : current.chosenPage };
    });
  }

  function shownPage(): Page | null {
    const { chosenPage, loaded, wantedGoal } = store.getState();
    if (chosenPage !== null || loaded.phase !== 'ready') return chosenPage;
    return pageOf(loaded.state.session, wantedGoal);
  }

  const logActions = createLogActions(store, backend, start);
  const runWorkflow = createWorkflowAction(store, backend, start);

  function find(folderId?: string): Promise<void> {
    const below = folderId === undefined ? {} : { folderId };
    return start({ kind: 'find', glances: true, ...below }, null);
  }

  function plan(targetId: string, goal: Goal, wheelId: string | null = null): Promise<void> {
    store.setState({ wantedGoal: goal, wantedWheel: wheelId, wheelFor: null });
    const given = wheelId === null ? {} : { wheelId };
    return start({ kind: 'plan', targetId, goal, ...given }, areaOf(goal));
  }

  async function takeDropped(dropped: Dropped): Promise<void> {
    const { file, isFolder } = dropped;
    await searchEnded(store);
    const { loaded } = store.getState();
    const targetId = loaded.phase === 'ready' ? loaded.state.session.targetId : null;
    // Elsewhere a picture is nothing that could be read, and a text in JSON a log like any other.
    const isWorkflow = !isFolder && mayHoldWorkflow(file.name) && shownPage() === 'verification';
    if (isWorkflow && targetId !== null) return runWorkflow(targetId, file);
    const kind = isFolder ? 'install' : kindOfGiven(file.name);
    if (kind === 'no-text') {
      store.setState({ refusal: { code: 'not-a-text' } });
      return;
    }
    if (kind === 'log') return logActions.readLog({ name: file.name, content: file });
    const answer = await backend.folderOfDrop?.(file);
    if (answer?.ok) return find(answer.value.folderId);
    store.setState({ refusal: answer?.problem ?? { code: 'not-offered-here' } });
  }

  return {
    ...logActions,
    ...createBundleActions(store, backend, download),
    ...createSettingsActions(store, backend),
    goTo: (page) =>
      store.setState({ chosenPage: page, refusal: null, bundleSaved: null, wheelFor: null }),
    followJob: () => store.setState({ chosenPage: null, refusal: null, wheelFor: null }),
    find,
    findByItself: () => start({ kind: 'find', glances: true }, 'as-it-is'),
    // Whoever chooses is at work in the list.
    pick: (targetId) => store.setState({ pickedId: targetId, chosenPage: 'install' }),
    async choosePython(targetId, environmentId) {
      const answer = await backend.call('choosePython', { targetId, environmentId });
      if (answer.ok) await start({ kind: 'diagnose', targetId }, null);
      else store.setState({ refusal: answer.problem });
    },
    diagnose(targetId) {
      // Whoever chose one reads its logs from then on, unless they say otherwise.
      logActions.setLogBelongs(true);
      return start({ kind: 'diagnose', targetId }, null);
    },
    startPython: (targetId) => start({ kind: 'diagnose', targetId, consent: true }, null),
    lookAtFiles: (targetId) => start({ kind: 'diagnose', targetId, static: true }, null),
    lookByItself(targetId) {
      // Nobody chose it: a log that is pasted now may come from anywhere.
      logActions.setLogBelongs(false);
      return start({ kind: 'diagnose', targetId, static: true }, 'as-it-is');
    },
    plan,
    ...createWheelActions(store, backend, plan),
    fix: (planId) => start({ kind: 'fix', planId }, null),
    tryBeside: (planId) => start({ kind: 'trial', planId }, null),
    verify: (targetId) => start({ kind: 'verify', targetId }, null),
    runWorkflow,
    measure: (targetId) => start({ kind: 'verify', targetId, benchmark: true }, null),
    restore: (targetId, snapshotId) => start({ kind: 'rollback', targetId, snapshotId }, null),
    endInterrupted: (targetId) => start({ kind: 'rollback', targetId, how: 'interrupted' }, null),
    forget: (targetId, snapshotId) =>
      start({ kind: 'rollback', targetId, snapshotId, how: 'forget' }, null),
    protect: (targetId, how, planId) =>
      start(
        { kind: 'protect', targetId, how, ...(planId === undefined ? {} : { planId }) },
        shownPage(),
      ),
    compare: (targetId, otherId) => start({ kind: 'compare', targetId, otherId }, shownPage()),
    prepareBundle: (targetId, wishes) => start({ kind: 'bundle', targetId, ...wishes }, null),
    async cancel(operationId) {
      store.setState({ cancelling: operationId });
      const answer = await backend.call('cancel', { operationId });
      if (!answer.ok) store.setState({ cancelling: null, refusal: answer.problem });
    },
    async pickFolder() {
      const answer = await backend.call('pickFolder', {});
      if (!answer.ok) {
        store.setState({ refusal: answer.problem });
      } else if (answer.value.folderId !== null) {
        await find(answer.value.folderId);
      }
    },
    canAddDropped: backend.folderOfDrop !== undefined,
    takeDropped,
    async openLink(linkId) {
      const answer = await backend.call('openLink', { linkId });
      if (!answer.ok) store.setState({ refusal: answer.problem });
      else if (answer.value.url !== null) openPage(answer.value.url);
    },
    setLogOpen: (logOpen) => store.setState({ logOpen }),
    dismissWelcome: (id) => store.setState({ dismissedWelcome: id }),
    ...createQuestions(backend),
    dismissRefusal: () => store.setState({ refusal: null }),
  };
}
