import { enteredSchema, sessionHeader } from '../../shared/web-session.ts';

/** A browser, as far as the web host can tell: was let in, shows its session, sends Origin. */
export type WebVisitor = {
  readonly origin: string;
  readonly session: string;
  fetch: typeof globalThis.fetch;
};

/** Hands over the token of an address; answers what the host said. */
export function enter(address: string): Promise<Response> {
  const { origin, searchParams } = new URL(address);
  return fetch(`${origin}/api/enter`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: searchParams.get('token') }),
  });
}

/** Opens the one-time address, as our page would in a browser. */
export async function visit(address: string): Promise<WebVisitor> {
  const { origin } = new URL(address);
  const entered = await enter(address);
  if (entered.status !== 200) throw new Error(`not let in: HTTP ${entered.status}`);
  const { value } = (await entered.json()) as { value: unknown };
  const { session } = enteredSchema.parse(value);
  return {
    origin,
    session,
    fetch: (input, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set(sessionHeader, session);
      if (init.method === 'POST') headers.set('origin', origin);
      return fetch(input, { ...init, headers });
    },
  };
}
