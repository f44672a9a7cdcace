import path from 'node:path';
import { message } from '../../../shared/messages/index.ts';
import type { Engine } from '../../engine/engine.ts';
import type { System } from '../../engine/machine/system.ts';
import { ifUnanswered } from '../../engine/machine/unanswered.ts';
import { problemToTell } from '../../engine/redaction/door.ts';
import { startWeb, type RunningWeb } from '../web/start-web.ts';
import { addressForOpener, type OpenedAddress } from './address-file.ts';
import type { Document } from './document.ts';
import { UsageError, type Invocation } from './invocation.ts';
import { canOpen, openerOf } from './open-address.ts';
import type { Page } from './page.ts';

/** Milliseconds that a browser may take to start; after that the address is only on the terminal. */
const longestOpening = 60_000;

export type Serving = {
  engine: Engine;
  system: System;
  page: Page;
  signal: AbortSignal;
  /** Tells the address: the only thing that this command prints. */
  print: (document: Document, lines: string[]) => Promise<void>;
  warn: (line: string) => void;
};

/** Runs the wizard for a browser until Ctrl-C, or until nobody has been there for a while. */
export async function serve(
  { port, open }: Extract<Invocation, { command: 'serve' }>,
  { engine, system, page, signal, print, warn }: Serving,
): Promise<void> {
  const web = await startWeb({
    engine,
    // Beside the bundle: out/cli.js and out/renderer.
    assetsFolder: path.join(__dirname, 'renderer'),
    ...(port === null ? {} : { port }),
  }).catch((thrown: unknown) => {
    if (port === null || problemToTell(thrown).code !== 'invalid-request') throw thrown;
    throw new UsageError(
      message('cli.usage.port-taken', { port }),
      message('cli.usage.port-taken.hint'),
    );
  });
  signal.addEventListener('abort', () => void web.close());
  if (signal.aborted) await web.close();
  await print({ schema: 1, address: web.address }, [
    page.say('cli.serve.address', { address: web.address }),
    page.say('cli.serve.once'),
    page.say('cli.serve.stop'),
  ]);
  const notOpened = (): void => warn(page.say('cli.serve.not-opened'));
  const shown = open && canOpen(system) ? await openBrowser(system, web, notOpened) : null;
  await web.closed;
  await shown?.forget();
}

async function openBrowser(
  system: System,
  web: RunningWeb,
  notOpened: () => void,
): Promise<OpenedAddress | null> {
  const shown = await addressForOpener(system, web.address).catch(ifUnanswered(null));
  if (!shown) {
    notOpened();
    return null;
  }
  // Not awaited: some openers run for as long as the browser does.
  void system
    .run(openerOf(system, shown.address))
    .then(() => true)
    .catch(ifUnanswered(false))
    .then((opened) => (opened ? undefined : notOpened()));
  const tooLong = setTimeout(forget, longestOpening);
  function forget(): void {
    clearTimeout(tooLong);
    void shown?.forget().catch(ifUnanswered(undefined));
  }
  void web.opened.then(forget);
  void web.closed.then(forget);
  return shown;
}
