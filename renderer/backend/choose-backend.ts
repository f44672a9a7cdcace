import type { Backend } from './backend.ts';
import { createHttpBackend } from './http-backend.ts';
import { createIpcBackend } from './ipc-backend.ts';
import { openSession } from './web-session.ts';

/** The desktop window has a bridge; any other page talks to the host it came from. */
export function chooseBackend(): Backend {
  return window.attentionDoctor
    ? createIpcBackend(window.attentionDoctor)
    : createHttpBackend({ session: openSession(window) });
}
