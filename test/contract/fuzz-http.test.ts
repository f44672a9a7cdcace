import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWeb, type RunningWeb } from '../../electron/hosts/web/start-web.ts';
import { ProblemError } from '../../shared/problem.ts';
import { sessionHeader } from '../../shared/web-session.ts';
import { createFakeEngine, type FakeEngine } from '../support/fake-engine.ts';
import { cases, changed, edits } from '../support/fuzz.ts';
import { anyMessage, isRight } from '../support/fuzz-messages.ts';
import { makeTestPage } from '../support/test-page.ts';
import { visit, type WebVisitor } from '../support/web-visitor.ts';

let engine: FakeEngine;
let web: RunningWeb;
let owner: WebVisitor;
const mistakes: unknown[] = [];
beforeAll(async () => {
  engine = createFakeEngine({ script: () => [] });
  engine.noteMistake = (thrown) => void mistakes.push(thrown);
  web = await startWeb({ engine, assetsFolder: await makeTestPage() });
  owner = await visit(web.address);
});
afterAll(async () => {
  agent.destroy();
  await web.close();
});

/** One line for all calls: a hundred thousand would use up the ports of the machine. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function call(method: string, body: string): Promise<unknown> {
  const { origin, session } = owner;
  const headers = { origin, [sessionHeader]: session, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = ask(`${origin}/api/${method}`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (piece) => (text += String(piece)));
      answer.on('end', () => resolve(JSON.parse(text)));
    });
    asked.on('error', reject).end(body);
  });
}

const effects = (): string => JSON.stringify([engine.requests, engine.logs, engine.settings()]);

/** Nothing of ours broke, and the owner is still served. */
async function expectWell(): Promise<void> {
  expect(mistakes.filter((each) => !(each instanceof ProblemError))).toEqual([]);
  expect(await call('getState', '{}')).toMatchObject({ ok: true });
}

it('whatever is called by the owner: an answer, and no effect but of a right call', async () => {
  const property = fc.asyncProperty(anyMessage, async ({ method, params }) => {
    const body = JSON.stringify(params, (_key, each: unknown) =>
      typeof each === 'bigint' ? String(each) : each,
    );
    if (body === undefined || !/^\w+$/.test(method) || ['events', 'enter'].includes(method)) return;
    const right = isRight({ method, params: JSON.parse(body) });
    const before = effects();
    const result = await call(method, body);
    if (right) return;
    expect(result).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
    expect(effects()).toBe(before);
  });
  await fc.assert(property, cases(100, 25_000));
  await expectWell();
});

/** The bytes of a request; sent, and whatever comes back read to its end. */
function send(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(new URL(web.address).port), '127.0.0.1', () => socket.end(bytes));
    const quiet = setTimeout(() => socket.destroy(), 500);
    socket.on('data', (piece) => (said += piece.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(quiet);
      resolve(said);
    });
  });
}

function request(lines: readonly string[], body: string): Buffer {
  return Buffer.from([...lines, `Content-Length: ${body.length}`, '', body].join('\r\n'));
}

it('whatever bytes a stranger sends: no effect, and the owner is served', async () => {
  const { host, origin } = new URL(web.address);
  const call = [`Host: ${host}`, `Origin: ${origin}`, 'Content-Type: application/json'];
  const settings = '{"language":"en","theme":"dark"}';
  const guess = `${sessionHeader}: ${'A'.repeat(43)}`;
  const samples = [
    request([`POST /api/saveSettings HTTP/1.1`, ...call, 'Connection: close'], settings),
    request([`POST /api/start HTTP/1.1`, ...call, guess, 'Connection: close'], '{"kind":"find"}'),
    request([`POST /api/enter HTTP/1.1`, ...call, 'Connection: close'], '{"token":"a"}'),
    request([`GET /api/bundles/a.zip?ticket=a HTTP/1.1`, ...call, 'Connection: close'], ''),
    request([`GET /assets/main-abc123.js HTTP/1.1`, ...call, 'Connection: close'], ''),
  ];
  const before = effects();
  const property = fc.asyncProperty(fc.constantFrom(...samples), edits, async (sample, each) => {
    const said = await send(changed(sample, each));
    expect(said).toMatch(/^$|^HTTP\/1\.1 (?:200|400|403|404|405|408|413|414|415|417|431|501|505) /);
    expect(said).not.toContain('{"ok":true');
  });
  await fc.assert(property, cases(150, 25_000));
  expect(effects()).toBe(before);
  await expectWell();
});
