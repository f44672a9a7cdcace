import { describe, expect, it } from 'vitest';
import { hear } from '../../../../electron/engine/diagnosis/evidence/heard.ts';
import { flagsOf } from '../../../../electron/engine/log-analysis/log-flags.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';

describe('the launch flags of a log', () => {
  it.each([
    [
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build --use-sage-attention',
      ['--windows-standalone-build', '--use-sage-attention'],
    ],
    ['Launching Web UI with arguments: --xformers --medvram', ['--xformers', '--medvram']],
    ['Launching Web UI with arguments: ', []],
    [
      "- **Arguments:** ['D:\\\\ComfyUI\\\\main.py', '--use-pytorch-cross-attention', '--lowvram']",
      ['--use-pytorch-cross-attention', '--lowvram'],
    ],
    ['python main.py --reserve-vram=2 --cuda-device 1', ['--reserve-vram', '--cuda-device']],
    ['python main.py', []],
  ])('%s', (line, flags) => {
    expect(flagsIn(line)).toEqual(flags);
  });

  it('are those that its owner states, too, and each only once', () => {
    expect(flagsIn('python main.py --lowvram', { launch_args: '--xformers --lowvram' })).toEqual([
      '--lowvram',
      '--xformers',
    ]);
    expect(flagsIn('', { launch_args: 'set COMMANDLINE_ARGS=--xformers --api' })).toEqual([
      '--xformers',
      '--api',
    ]);
  });

  it('are words that begin with two dashes', () => {
    expect(flagsIn('', { launch_args: '-s x--y -- ---- --9 none' })).toEqual([]);
  });
});

function flagsIn(log: string, stated: StatedFacts | null = null): string[] {
  return flagsOf(hear(readText(log).said), stated);
}
