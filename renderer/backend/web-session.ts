import * as z from 'zod';
import { enteredSchema } from '../../shared/web-session.ts';

/** The parts of a window that are used here; tests bring their own. */
export type Opened = Pick<Window, 'location' | 'history' | 'fetch'> & {
  /** Blocked by some browsers: reading the property throws. */
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
};

/** The storage belongs to this host and this port, unlike a cookie. */
const key = 'attention-doctor-session';

/**
 * Hands over the one-time token of the address and takes it away from there; answers the session,
 * also that of an earlier tab, or null where nobody was let in.
 */
export async function openSession(opened: Opened): Promise<string | null> {
  const address = new URL(opened.location.href);
  const token = address.searchParams.get('token');
  if (token === null) return stored(opened);
  const answer: unknown = await opened
    .fetch('/api/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    .then((response): Promise<unknown> => response.json())
    .catch(whereNoAnswer);
  const entered = answerSchema.safeParse(answer).data?.value.session;
  if (entered !== undefined) ifAllowed(() => opened.localStorage.setItem(key, entered));
  // Only now: a page that is reloaded in between enters with the token again.
  opened.history.replaceState(null, '', address.pathname + address.hash);
  return entered ?? stored(opened);
}

const answerSchema = z.object({ ok: z.literal(true), value: enteredSchema });

function stored(opened: Opened): string | null {
  return ifAllowed(() => opened.localStorage.getItem(key)) ?? null;
}

/** Where a browser keeps nothing, the session lasts as long as the page. */
function ifAllowed<T>(act: () => T): T | null {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof DOMException) return null;
    throw thrown;
  }
}

/** The host is gone, or something else answers: the first call tells it. */
function whereNoAnswer(thrown: unknown): null {
  if (thrown instanceof TypeError || thrown instanceof SyntaxError) return null;
  throw thrown;
}
