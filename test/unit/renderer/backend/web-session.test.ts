import { expect, test } from 'vitest';
import { openSession, type Opened } from '../../../../renderer/backend/web-session.ts';

const origin = 'http://127.0.0.1:8190';

/** A page at this address; `answer` is what the host says to the token. */
function pageAt(address: string, answer: unknown, kept: Map<string, string> | null) {
  const sent: string[] = [];
  const shown: string[] = [];
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  const opened = {
    location: new URL(address) as unknown as Location,
    history: { replaceState: (_data: unknown, _title: string, url: string) => shown.push(url) },
    fetch: (url: string, init: RequestInit) => {
      sent.push(`${url} ${init.body as string}`);
      return Promise.resolve(new Response(JSON.stringify(answer)));
    },
    get localStorage() {
      if (!kept) return blocked();
      return {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      };
    },
  };
  return { opened: opened as unknown as Opened, sent, shown };
}
const letIn = { ok: true, value: { session: 'fresh' } };
const refused = { ok: false, problem: { code: 'not-let-in' } };

test('the token leaves the address and becomes a session that is kept', async () => {
  const kept = new Map<string, string>();
  const { opened, sent, shown } = pageAt(`${origin}/?token=t#/report`, letIn, kept);
  expect(await openSession(opened)).toBe('fresh');
  expect([sent, shown]).toEqual([['/api/enter {"token":"t"}'], ['/#/report']]);
  expect([...kept.values()]).toEqual(['fresh']);
  const later = pageAt(`${origin}/`, refused, kept);
  expect(await openSession(later.opened)).toBe('fresh');
  expect(later.sent).toEqual([]);
});

test('the token stays in the address until the session is kept: a reload in between enters again', async () => {
  const kept = new Map<string, string>();
  const { opened, shown } = pageAt(`${origin}/?token=t`, letIn, kept);
  const opening = openSession(opened);
  expect(shown).toEqual([]);
  await opening;
  expect([kept.size, shown]).toEqual([1, ['/']]);
});

test('a used address opens in the browser that used it, and in no other', async () => {
  const used = (kept: Map<string, string>) => pageAt(`${origin}/?token=t`, refused, kept).opened;
  expect(await openSession(used(new Map([['attention-doctor-session', 'kept']])))).toBe('kept');
  expect(await openSession(used(new Map()))).toBeNull();
});

test('a browser that keeps nothing is let in for as long as the page is open', async () => {
  expect(await openSession(pageAt(`${origin}/?token=t`, letIn, null).opened)).toBe('fresh');
  expect(await openSession(pageAt(`${origin}/`, letIn, null).opened)).toBeNull();
});

test.each([null, [], 'text', { ok: true, value: {} }])(
  'an answer of another program, %j, is no session',
  async (answer) => {
    expect(await openSession(pageAt(`${origin}/?token=t`, answer, new Map()).opened)).toBeNull();
  },
);
