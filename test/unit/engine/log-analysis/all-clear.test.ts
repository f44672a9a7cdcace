import { describe, expect, it } from 'vitest';
import { translate } from '../../../../shared/messages/index.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const start = ['pytorch version: 2.8.0+cu128', 'Using pytorch attention', 'Starting server'];
const unknownError = [
  'Traceback (most recent call last):',
  '  File "C:\\ComfyUI\\custom_nodes\\Some-Node\\nodes.py", line 12, in run',
  "KeyError: 'what nobody has ever read'",
];
const inAttention = [
  'Traceback (most recent call last):',
  '  File "C:\\ComfyUI\\comfy\\ldm\\modules\\attention.py", line 407, in attention_pytorch',
  'RuntimeError: what nobody has ever read',
];

/** All that the answer tells, in English and Chinese. */
function told(...lines: readonly (string | readonly string[])[]) {
  const analysis = analyse(lines.flat());
  const [root] = analysis.findings;
  const refs = [analysis.headline, analysis.reason, root?.title, root?.explanation, root?.advice];
  const known = refs.filter((ref) => ref !== null && ref !== undefined);
  const words = known.flatMap((ref) => [translate('en', ref), translate('zh-CN', ref)]).join('\n');
  return { words, verdict: analysis.verdict, cause: root?.cause };
}
const allClear =
  /attention(?: itself)? is fine|as they are|would not help|注意力加速没有问题|不要动 xFormers|都没有用/;

describe('that attention is fine', () => {
  it.each([
    ['a model file', ['SafetensorError: Error while deserializing header: HeaderTooLarge']],
    ['the port', ['OSError: [Errno 98] address already in use']],
    ['the workflow', ['Failed to validate prompt for output 9:', 'Value not in list: ckpt_name']],
    ['a module that attention does not need', ["ModuleNotFoundError: No module named 'cv2'"]],
    ['the network', ['Cannot connect to host raw.githubusercontent.com:443 ssl:default']],
    ['an unknown error while attention is seen at work', [...start, ...unknownError]],
    [
      'an unknown error, and a picture after it',
      [...unknownError, 'Prompt executed in 12.1 seconds'],
    ],
  ])('is said of %s', (_, lines) => {
    const { words, verdict, cause } = told(lines);
    expect(words).toMatch(allClear);
    expect([verdict, cause]).toEqual(['not_attention', 'not_attention_other']);
  });

  it.each([
    ['an unknown error alone', unknownError],
    ['an unknown error that comes through attention', [...start, ...inAttention]],
    [
      'an unknown error of the card',
      [...start, 'RuntimeError: CUDA error: unknown error of any kernel'],
    ],
    [
      'a compiled file of nobody knows whom',
      ['ImportError: DLL load failed while importing _C: The specified module could not be found.'],
    ],
    ['an end without a word', [...start, 'Segmentation fault (core dumped)']],
    [
      'a custom node that does not load for a reason unknown',
      ['Cannot import C:\\ComfyUI\\custom_nodes\\A module for custom nodes: what nobody knows'],
    ],
  ])('is not said of %s', (_, lines) => {
    const { words, verdict } = told(lines);
    expect(words).not.toMatch(allClear);
    expect(verdict).not.toBe('not_attention');
    expect(verdict).not.toBe('healthy');
  });

  it('is not said where SageAttention fell back for a reason unknown', () => {
    const line =
      'Error running sage attention: what nobody knows, using pytorch attention instead.';
    expect(told(start, line).words).not.toMatch(/packages are fine|软件包没有问题/);
  });
});
