import type { StartRequest } from '../../shared/contract.ts';
import type { Backend } from '../backend/backend.ts';
import { isBusy, type AppStore, type Reading } from './app-store.ts';
import { beginningOf, installIn } from './install-in-log.ts';
import { uploadLog, type GivenLog } from './upload-log.ts';
import type { Page } from './wizard-page.ts';

export type LogActions = {
  readLog: (log: GivenLog) => Promise<void>;
  /** One that the host has handed to the engine. */
  readGiven: (logId: string, name: string) => Promise<void>;
  /** Stops handing over; what runs in the engine already has its own cancel. */
  stopReading: () => void;
  setLogBelongs: (belongs: boolean) => void;
};

/** Reading a log: handed over at once, judged as soon as nothing else runs. */
export function createLogActions(
  store: AppStore,
  backend: Backend,
  start: (request: StartRequest, page: Page | null) => Promise<void>,
): LogActions {
  let current = new AbortController();

  async function readLog(log: GivenLog): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    // Another log took its place, or it was stopped: then its answer is of no interest.
    const isStale = (): boolean => own.signal.aborted;
    const reading = { name: log.name, sent: 0, total: log.content.size, waiting: false };
    store.setState({ reading, chosenPage: 'log', refusal: null, bundleSaved: null });
    await preselect(log.content);
    if (isStale()) return;
    const answer = await uploadLog(backend, log, {
      signal: own.signal,
      onSent: (sent) => {
        if (!isStale()) store.setState({ reading: { ...reading, sent } });
      },
    });
    if (isStale()) return;
    if (!answer.ok) {
      store.setState({ reading: null, refusal: answer.problem });
      return;
    }
    await judge(answer.value.logId, { ...reading, sent: reading.total }, own);
  }

  /** It is with the engine already. */
  async function readGiven(logId: string, name: string): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    const reading = { name, sent: 1, total: 1, waiting: false };
    store.setState({ reading, chosenPage: 'log', refusal: null, bundleSaved: null });
    await judge(logId, reading, own);
  }

  async function judge(logId: string, reading: Reading, own: AbortController): Promise<void> {
    if (isBusy(store.getState())) {
      store.setState({ reading: { ...reading, waiting: true } });
      await untilFree(store, own.signal);
      if (own.signal.aborted) return;
    }
    const { chosenPage } = store.getState();
    await start({ kind: 'log', logId, ...belongingTo(store) }, chosenPage);
    if (current === own) store.setState({ reading: null });
  }

  /** A log that names the folder of an install comes from that one. */
  async function preselect(content: Blob): Promise<void> {
    const { loaded } = store.getState();
    const installs = loaded.phase === 'ready' ? loaded.state.session.found?.installs : [];
    if (!installs || installs.length === 0) return;
    const install = installIn(await beginningOf(content), installs);
    if (install) store.setState({ pickedId: install.id });
  }

  return {
    readLog,
    readGiven,
    stopReading() {
      current.abort();
      store.setState({ reading: null });
    },
    setLogBelongs: (logBelongs) => store.setState({ logBelongs }),
  };
}

/** The install that the log comes from, where one was looked at and nobody said otherwise. */
function belongingTo(store: AppStore): { targetId?: string } {
  const { loaded, logBelongs } = store.getState();
  const diagnosis = loaded.phase === 'ready' ? loaded.state.session.diagnosis : null;
  return diagnosis && logBelongs ? { targetId: diagnosis.targetId } : {};
}

function untilFree(store: AppStore, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      unsubscribe();
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const unsubscribe = store.subscribe((state) => {
      if (!isBusy(state)) stop();
    });
    signal.addEventListener('abort', stop);
  });
}
