import { describe, expect, it } from 'vitest';
import { backendSentence } from '../../../../shared/messages/backend-sentence.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const command = String.raw`C:\ComfyUI> .\python_embeded\python.exe -s ComfyUI\main.py`;
const sageFlag = `${command} --use-sage-attention`;
const run = '** ComfyUI startup time: 2026-11-20 20:14:03.118';
const picture = ['got prompt', 'Requested to load Flux', 'Prompt executed in 20.12 seconds'];
const failed = [
  'got prompt',
  '!!! Exception during processing !!! something else',
  'Prompt executed in 0.12 seconds',
];
const head =
  'Error running sage attention: Unsupported head_dim: 40, using pytorch attention instead.';

type Lines = readonly (string | Lines)[];

function flat(lines: Lines): string[] {
  return lines.flatMap((each) => (typeof each === 'string' ? [each] : flat(each)));
}

function inUse(...lines: Lines) {
  const { attention } = analyse(flat(lines));
  const { asked, started, last, way } = attention;
  return [asked, started, last, way];
}

describe('the last word on the backend', () => {
  it('is the line of the start where nothing else is said', () => {
    expect(inUse(run, 'Using pytorch attention', picture)).toEqual([
      null,
      'pytorch',
      'pytorch',
      'picture',
    ]);
    expect(inUse(sageFlag, run, 'Using sage attention', picture)).toEqual([
      'sage',
      'sage',
      'sage',
      'picture',
    ]);
  });

  it('says that no picture is there', () => {
    expect(inUse(sageFlag, run, 'Using sage attention')).toEqual(['sage', 'sage', 'sage', 'start']);
    expect(inUse('nothing of this kind')).toEqual([null, null, null, 'start']);
  });

  it.each([
    ['Attention backend enabled: using comfy kitchen attention.', 'comfy_kitchen'],
    ['Attention backend enabled: using pytorch attention.', 'pytorch'],
    [
      "Attention backend 'comfy kitchen attention' is unavailable; using PyTorch attention.",
      'pytorch',
    ],
    ['Using sage attention mode: sageattn_qk_int8_pv_fp8_cuda++', 'sage'],
    ['Using flash attention 2: cast_dtype=torch.float16', 'flash'],
    ['Patching comfy attention to use sageattn', 'sage'],
  ])('a node chose: %s', (line, last) => {
    const lines = [
      run,
      'Using xformers attention',
      'got prompt',
      line,
      'Prompt executed in 2.1 seconds',
    ];
    expect(inUse(lines)).toEqual([null, 'xformers', last, 'node']);
    // What a node put in stays in for the next picture, which does not say so again.
    expect(inUse(lines, picture)).toEqual([null, 'xformers', last, 'node']);
  });

  it('is the start again where the node took it out', () => {
    const lines = [
      run,
      'Using pytorch attention',
      'got prompt',
      'Patching comfy attention to use sageattn',
    ];
    expect(
      inUse(lines, 'Prompt executed in 2.1 seconds', 'Restoring initial comfy attention', picture),
    ).toEqual([null, 'pytorch', 'pytorch', 'picture']);
  });

  it('is what a picture fell back to, and not for the picture after it', () => {
    const lines = [sageFlag, run, 'Using sage attention', 'got prompt', head];
    expect(inUse(lines)).toEqual(['sage', 'sage', 'pytorch', 'fallback']);
    expect(inUse(lines, 'Prompt executed in 9.1 seconds')).toEqual([
      'sage',
      'sage',
      'pytorch',
      'fallback',
    ]);
    expect(inUse(lines, 'Prompt executed in 9.1 seconds', picture)).toEqual([
      'sage',
      'sage',
      'sage',
      'picture',
    ]);
  });

  it('is that of the last run alone', () => {
    const first = [sageFlag, run, 'Using sage attention', picture];
    expect(inUse(first, command, run, 'Using pytorch attention', picture)).toEqual([
      null,
      'pytorch',
      'pytorch',
      'picture',
    ]);
    // Vanilla ComfyUI prints no time of start: its line about attention begins a run.
    expect(inUse(first, 'Using xformers attention')).toEqual([
      null,
      'xformers',
      'xformers',
      'start',
    ]);
    expect(
      inUse(first, `${command} --use-pytorch-cross-attention`, run, 'Using pytorch attention'),
    ).toEqual(['pytorch', 'pytorch', 'pytorch', 'start']);
  });

  it('is not what a picture was to use that never came', () => {
    expect(inUse(run, 'Using pytorch attention', picture, failed)).toEqual([
      null,
      'pytorch',
      'pytorch',
      'picture',
    ]);
    expect(inUse(run, 'Using pytorch attention', failed)).toEqual([
      null,
      'pytorch',
      'pytorch',
      'start',
    ]);
  });

  it('is the second of two lines of one start', () => {
    expect(
      inUse(
        `${command} --use-ck-attention`,
        run,
        'Using pytorch attention',
        'Using Comfy Kitchen attention',
        picture,
      ),
    ).toEqual(['comfy_kitchen', 'comfy_kitchen', 'comfy_kitchen', 'picture']);
  });

  it.each([
    'Using pytorch attention in VAE',
    'Using sage attention mode: auto',
    head,
    'Attention backend enabled: using pytorch attention.',
    '[QwenVL] Auto mode: Using SageAttention',
  ])('is no start: %s', (line) => {
    expect(analyse([run, 'Using xformers attention', line]).attention.started).toBe('xformers');
  });
});

describe('the sentence about it', () => {
  const told = (...lines: Lines) => {
    const { attention } = analyse(flat(lines));
    return [backendSentence('en', attention), backendSentence('zh-CN', attention)];
  };

  it('says what was used and whether that was asked for', () => {
    expect(told(sageFlag, run, 'Using sage attention', 'got prompt', head)).toEqual([
      'The last picture in this text was made with PyTorch’s own attention, at least in part, although the launch flags ask for SageAttention: SageAttention failed for it.',
      '这段文字里的最后一张图至少有一部分用的是“PyTorch 自带的注意力实现”，而启动参数要求的是“SageAttention”：“SageAttention”在这张图上出错了。',
    ]);
    expect(told(sageFlag, run, 'Using sage attention', picture)[0]).toContain(
      'as the launch flags ask',
    );
    expect(told(run, 'Using pytorch attention')[0]).toContain('not in this text');
    expect(told('nothing')).toEqual([null, null]);
  });
});
