import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distrust, type Sender } from '../../electron/hosts/desktop/trusted-sender.ts';
import { dispatch } from '../../electron/hosts/dispatch.ts';
import { createHandlers } from '../../electron/hosts/handlers.ts';
import { webAbilities } from '../../electron/hosts/web/web-abilities.ts';
import { ProblemError } from '../../shared/problem.ts';
import { createFakeEngine } from '../support/fake-engine.ts';
import { cases } from '../support/fuzz.ts';
import { anyMessage, isRight, type Message } from '../support/fuzz-messages.ts';

const ours = { url: 'app://attention-doctor/', isMainFrame: true, isOurWindow: true };
const sender: fc.Arbitrary<Sender> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ours) },
  {
    weight: 1,
    arbitrary: fc.record({
      url: fc.oneof(fc.webUrl(), fc.constantFrom('', 'app://evil/', 'file:///', ours.url)),
      isMainFrame: fc.boolean(),
      isOurWindow: fc.boolean(),
    }),
  },
);

/** What Electron copies between its processes; null where it refuses to. */
function copied(params: unknown): { params: unknown } | null {
  try {
    return { params: structuredClone(params) };
  } catch (thrown) {
    if (thrown instanceof DOMException) return null;
    throw thrown;
  }
}

it('whatever comes over IPC: an answer, and no effect without a right call of our own page', async () => {
  const mistakes: unknown[] = [];
  const handlers = (engine: ReturnType<typeof createFakeEngine>) =>
    createHandlers(engine, webAbilities('linux', { ticketFor: () => '' }));
  const property = fc.asyncProperty(anyMessage, sender, async (message: Message, from) => {
    const engine = createFakeEngine({ script: () => [] });
    const effects = () => JSON.stringify([engine.requests, engine.logs, engine.settings()]);
    const before = effects();
    const sent = copied(message.params);
    if (sent === null) return;
    if (distrust(from) !== null) return;
    const right = isRight({ ...message, ...sent });
    const answer = await dispatch(handlers(engine), message.method, sent.params, (thrown) =>
      mistakes.push(thrown),
    );
    // It goes back the same way.
    structuredClone(answer);
    if (right) return;
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
    expect(effects()).toBe(before);
  });
  await fc.assert(property, cases(400, 50_000));
  expect(mistakes.filter((each) => !(each instanceof ProblemError))).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
