import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logAnalysisSchema } from '../../../../shared/log-analysis.ts';
import { saidRules } from '../../../../electron/engine/diagnosis/said-rules/index.ts';
import { signatures } from '../../../../electron/engine/knowledge/signatures.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const banner = '    PyTorch 2.7.1+cu128 with CUDA 1208 (you have 2.9.1+cu130)';
const mostEvidence = 12;

describe('a text in which nothing is known', () => {
  it.each([
    ['nothing', ''],
    ['one character', 'x'],
    ['one line end', '\n'],
    ['a greeting', 'Hello, my pictures are slow. What can I do?'],
    ['only spaces', ' '.repeat(5000)],
    ['NUL bytes', '\0'.repeat(5000)],
    ['a broken surrogate', '\ud800'],
    ['half an escape', '\u001b['],
  ])('%s is unknown, and we ask', (_name, text) => {
    const analysis = analyse(text);
    expect(analysis).toMatchObject({ verdict: 'unknown', findings: [], name: null });
    expect(analysis.headline.key).toBe('log.nothing-known');
    expect(analysis.questions.length).toBeGreaterThan(0);
  });

  it('is never an error, whatever it is', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(logAnalysisSchema.parse(analyse(text))).toEqual(analyse(text));
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('is never an error where half a message stands in it', () => {
    const whole = `WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:\n${banner}\n    Python  3.12.9 (you have 3.12.10)`;
    for (let end = 0; end <= whole.length; end += 1) {
      logAnalysisSchema.parse(analyse(whole.slice(0, end)));
      logAnalysisSchema.parse(analyse(whole.slice(end)));
    }
  });

  it('is never an error whatever the owner states', () => {
    const stated = fc.record(
      Object.fromEntries(
        ['os', 'gpu', 'torch', 'driver', 'xformers', 'triton', 'launch_args', 'symptom'].map(
          (key) => [key, fc.string({ unit: 'binary', maxLength: 40 })],
        ),
      ),
      { requiredKeys: [] },
    );
    const property = fc.property(stated, (facts) => {
      logAnalysisSchema.parse(analyse([banner, 'CUDA error: no kernel image is available'], facts));
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('a text that is too much', () => {
  it('gives few lines of evidence for an error that came ten thousand times', () => {
    const error =
      'Error running sage attention: SM89 kernel is not available. Make sure you GPUs with compute capability 8.9., using pytorch attention instead.';
    const log = Array.from({ length: 10_000 }, () => error);
    const begun = performance.now();
    const analysis = analyse(log);
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(analysis.lines).toBe(10_000);
    expect(analysis.findings[0]?.cause).toBe('sageattention_wrong_build');
    expectBounded(analysis.findings);
  });

  it('gives few lines of evidence where all messages come again and again', () => {
    const lines = [
      banner,
      "    xFormers wasn't build with CUDA support",
      "ModuleNotFoundError: No module named 'insightface'",
      '[ERROR] An error occurred',
      'RuntimeError: operator torchvision::nms does not exist',
    ];
    const log = Array.from({ length: 2000 }, () => lines).flat();
    expectBounded(analyse(log).findings);
  });

  it('shows a readable piece of a very long line', () => {
    const long = `${'x'.repeat(300_000)} Torch not compiled with CUDA enabled ${'y'.repeat(300_000)}`;
    const [root] = analyse(['start', long], { gpu: 'RTX 3060' }).findings;
    expect(root?.cause).toBe('torch_cpu_build');
    const said = root?.evidence.find((each) => each.said)?.said;
    expect(said?.line).toBe(2);
    expect(said?.text).toContain('Torch not compiled with CUDA enabled');
    expect(said?.text.length).toBeLessThan(500);
  });

  it('finds the one line in a text of 200,000', () => {
    const log = Array.from({ length: 200_000 }, () => 'got prompt');
    log[123_456] = 'AssertionError: Torch not compiled with CUDA enabled';
    const [root] = analyse(log).findings;
    expect(root?.cause).toBe('torch_cpu_build');
    expect(root?.evidence[0]?.said?.line).toBe(123_457);
  });
});

describe('the rules', () => {
  it('read only messages that are in the tables', () => {
    const ids = new Set(signatures.map(({ id }) => id));
    const unknown = saidRules.flatMap(({ reads }) => reads.filter((id) => !ids.has(id)));
    expect(unknown).toEqual([]);
  });
});

function expectBounded(findings: readonly { evidence: readonly unknown[] }[]): void {
  expect(findings.length).toBeGreaterThan(0);
  for (const { evidence } of findings) expect(evidence.length).toBeLessThanOrEqual(mostEvidence);
}
