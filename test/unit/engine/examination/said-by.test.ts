import { describe, expect, it } from 'vitest';
import { saidBy } from '../../../../electron/engine/examination/said-by.ts';
import { valueOf, type LiveFacts } from '../../../../shared/facts.ts';
import { live } from '../../../support/facts.ts';

function answer(own: Partial<LiveFacts>): LiveFacts {
  const value = valueOf(live(own));
  if (!value) throw new Error('not live');
  return value;
}

describe('what a live Python said', () => {
  it('is nothing where nothing was said', () => {
    expect(saidBy(answer({}))).toEqual([]);
    expect(saidBy(answer({ warnings: ['/env/site-packages/x.py:3: UserWarning: odd'] }))).toEqual(
      [],
    );
  });

  it('is each known message once, without a line', () => {
    const built = [
      "xFormersInvalidLibException: xFormers can't load C++/CUDA extensions. xFormers was built for:",
      '    PyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)',
      '    Python  3.11.9 (you have 3.11.7)',
    ];
    const { xformers } = answer({});
    const said = saidBy(
      answer({
        warnings: built,
        xformers: xformers && { ...xformers, loadError: built.join('\n') },
      }),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((each) => each.line === null)).toBe(true);
    const keys = said.map((each) => `${each.signature} ${each.text}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not the last line of a traceback that a package caught and printed', () => {
    const warnings = [
      'WARNING[XFORMERS]: loading failed',
      'Traceback (most recent call last):',
      '  File "/env/site-packages/xformers/_cpp_lib.py", line 118, in _register_extensions',
      '    torch.ops.load_library(ext_specs.origin)',
      'OSError: libcudart.so.12: cannot open shared object file: No such file or directory',
      'Failed to initialize NumPy: _ARRAY_API not found',
    ];
    const texts = saidBy(answer({ warnings })).map((each) => each.text);
    expect(texts.join('\n')).not.toContain('libcudart');
    expect(texts.join('\n')).toContain('_ARRAY_API');
  });
});
