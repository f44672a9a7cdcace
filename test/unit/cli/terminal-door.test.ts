import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPage, printProblem } from '../../../electron/hosts/cli/page.ts';
import { terminalText } from '../../../electron/hosts/cli/painted-text.ts';
import {
  printFix,
  printRollback,
  printRollbackConsent,
  printSnapshots,
} from '../../../electron/hosts/cli/print-fix.ts';
import { printFound } from '../../../electron/hosts/cli/print-found.ts';
import { printLog } from '../../../electron/hosts/cli/print-log.ts';
import { printDiagnosis } from '../../../electron/hosts/cli/print-diagnosis.ts';
import { printConsent, printPlan } from '../../../electron/hosts/cli/print-plan.ts';
import { printVerification } from '../../../electron/hosts/cli/print-verification.ts';
import { printResult } from '../../../electron/hosts/cli/print.ts';
import { createProgress } from '../../../electron/hosts/cli/progress.ts';
import { styleOf, terminalOf } from '../../../electron/hosts/cli/terminal.ts';
import {
  OutputError,
  writeDocument,
  writeLines,
  writeNotes,
} from '../../../electron/hosts/cli/write-lines.ts';
import { en } from '../../../shared/messages/en.ts';
import { zhCN } from '../../../shared/messages/zh-CN.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import { visibleJson, visibleText } from '../../../shared/visible-text.ts';
import { sampleAnalysis } from '../../support/sample-analyses.ts';
import { mismatchFinding, sampleDiagnosis } from '../../support/sample-diagnoses.ts';
import { samplePlan, sampleSnapshot } from '../../support/sample-plan.ts';
import { fixResult, found } from '../../support/sample-results.ts';
import { failedVerification } from '../../support/sample-verification.ts';
import { attacks, steeringCharacters, steeringName } from '../../support/steering.ts';

// Without colours, so that not a single escape may come out.
const page = createPage('en', { style: styleOf(false), width: 60 }, steeringName);
const colourful = styleOf(true);

function collector(): { stream: Writable; written: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, written: () => text };
}

/** A value of the same shape in which every text from outside ends with everything that steers. */
function poisoned<T>(value: T): T {
  return poison(value, '') as T;
}
function poison(value: unknown, field: string): unknown {
  if (typeof value === 'string') return keptFields.has(field) ? value : `${value}${steeringName}`;
  if (Array.isArray(value)) return value.map((each) => poison(each, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each, key)]));
}
/** Words of our own, which choose a sentence. */
const keptFields = new Set(
  'key code kind outcome verdict severity state confidence goal how backend links cause asked started last wanted way'.split(
    ' ',
  ),
);

const plan = poisoned(samplePlan({ warnings: [message('evidence.leftover', { folder: '/a' })] }));
const problem: Problem = {
  code: 'pip-failed',
  params: { reason: steeringName },
  detail: `Traceback\n\t${steeringName}`,
};
const commands: Record<string, () => string[]> = {
  find: () => printFound(page, poisoned(found)),
  diagnose: () => printDiagnosis(page, poisoned(sampleDiagnosis({ problem }))),
  'what Python said': () =>
    printDiagnosis(
      page,
      sampleDiagnosis({
        headline: message('verdict.torch-broken', { text: steeringName }),
        findings: [
          {
            ...mismatchFinding,
            evidence: [
              { statement: message('evidence.python-said', { text: steeringName }), how: 'probe' },
            ],
          },
        ],
      }),
    ),
  log: () => printLog(page, poisoned(sampleAnalysis())),
  plan: () => [...printPlan(page, plan), ...printConsent(page, plan)],
  fix: () => printFix(page, poisoned(fixResult({ outcome: 'undone', problem }))),
  verify: () => printVerification(page, poisoned(failedVerification)),
  snapshots: () => printSnapshots(page, [poisoned(sampleSnapshot)]),
  rollback: () => [
    ...printRollbackConsent(page, poisoned(sampleSnapshot), false),
    ...printRollbackConsent(page, poisoned(sampleSnapshot), true),
    ...printRollback(page, {
      outcome: 'restored',
      restored: [{ name: steeringName, from: '1', to: '2' }],
      snapshotId: null,
      left: [steeringName],
    }),
  ],
  bundle: () =>
    printResult(
      page,
      {
        kind: 'bundle',
        bundle: {
          bundleId: 'b',
          fileName: 'b.zip',
          bytes: 1,
          entries: [],
          redactions: {},
          markdown: '',
          files: [],
          leftOut: [],
        },
      },
      steeringName,
    ),
  'an error': () => printProblem(page, problem),
};

describe('the door to the terminal', () => {
  it.each(Object.entries(attacks))('%s is shown, not done', async (_, attack) => {
    const out = collector();
    await writeLines(out.stream, [`a${attack}b`, colourful.bad(`c${attack}d`)]);
    const lines = out.written().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).not.toMatch(steeringCharacters);
    // Of ours there is one pair, around the line.
    const inside = /^\u001b\[31m(.*)\u001b\[0m$/.exec(lines[1] ?? '')?.[1]; // eslint-disable-line no-control-regex -- ours
    expect(inside).toContain('c');
    expect(inside).not.toMatch(steeringCharacters);
  });

  it('leaves what only stands there as it is', () => {
    const text = 'ComfyUI 工作流 – “naïve” café ￥ 😀 Привет';
    expect(terminalText(text)).toBe(text);
    expect(visibleText('a\nb\tc\u001b\u202e\u{e0041}')).toBe('a\\nb\\tc\\u001b\\u202e\\u{e0041}');
  });

  it('no text whatever gets a control character out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(terminalText(text)).not.toMatch(steeringCharacters);
      }),
    );
  });

  it('no sentence of ours needs what the door takes away', () => {
    for (const sentence of [...Object.values(en), ...Object.values(zhCN)]) {
      expect(visibleText(sentence)).toBe(sentence);
    }
  });
});

describe('JSON', () => {
  it('is the same value, without a character that steers', async () => {
    const document = { schema: 1, name: steeringName, [steeringName]: ['x'] } as const;
    const out = collector();
    await writeDocument(out.stream, document);
    expect(out.written()).not.toMatch(steeringCharacters);
    expect(JSON.parse(out.written())).toEqual(document);
  });

  it('always', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
        const whole = JSON.stringify([json, text], null, 2);
        expect(JSON.parse(visibleJson(whole))).toEqual(JSON.parse(whole));
      }),
    );
  });
});

describe('what does not get out', () => {
  function failing(code: string): Writable {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });
    return stream.on('error', () => undefined);
  }

  it('a full disk is told', async () => {
    await expect(writeLines(failing('ENOSPC'), ['x'])).rejects.toThrow(OutputError);
    await expect(writeDocument(failing('EIO'), { schema: 1 })).rejects.toThrow(OutputError);
  });

  it('a reader that went away, and notes beside the answer, are no failure', async () => {
    await expect(writeLines(failing('EPIPE'), ['x'])).resolves.toBeUndefined();
    await expect(writeNotes(failing('ENOSPC'), ['x'])).resolves.toBeUndefined();
  });
});

describe('every command, with everything from outside poisoned', () => {
  it.each(Object.entries(commands))('%s', async (_, lines) => {
    const out = collector();
    await writeLines(out.stream, lines());
    const text = out.written();
    expect(text).not.toMatch(steeringCharacters);
    expect(text).toContain('\\u202e');
    // A name cannot begin a line of its own.
    expect(text).not.toMatch(/^Problem: nothing is wrong here/m);
  });

  it('progress, moving and in a file', () => {
    for (const isTTY of [true, false]) {
      const written: string[] = [];
      const onEvent = createProgress(page, { isTTY, write: (text) => written.push(text) });
      const base = { operationId: 'o', at: 'now' };
      onEvent({ type: 'started', ...base, seq: 1, kind: 'find', targetId: null, steps: [] });
      onEvent({ type: 'step-started', ...base, seq: 2, step: steeringName });
      const note = { key: 'progress.searching', params: { folder: steeringName, count: 1 } };
      onEvent({ type: 'progress', ...base, seq: 3, step: 'search', fraction: null, note });
      const line = { stream: 'stdout', text: steeringName } as const;
      onEvent({ type: 'log', ...base, seq: 4, step: 'search', lines: [line] });
      // Our own: back to the beginning of the line, and empty it.
      const text = written.join('').replaceAll('\r\u001b[K', '');
      expect(text).not.toMatch(steeringCharacters);
      expect(text).not.toMatch(/^Problem: nothing is wrong here/m);
    }
  });

  it('colours are ours only where a person watches', () => {
    expect(terminalText(terminalOf({}, {}).style.bad('\u001b[31mx'))).toBe('\\u001b[31mx');
  });
});
