import { describe, expect, it } from 'vitest';
import { nothingToDo } from '../../../../electron/engine/planning/intent.ts';
import { pinnedOf, settingsFor } from '../../../../electron/engine/planning/resolve.ts';
import { withIndex } from '../../../../electron/engine/pip/settings.ts';
import { factsWith } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { withPaperIndex } from '../../../support/paper-index.ts';

describe('the index of an attempt', () => {
  const { system } = withPaperIndex({ find: () => [] });
  const own = { 'index-url': 'https://mine/', 'extra-index-url': 'https://more/', proxy: 'p' };

  it('is the only one where it is named', () => {
    expect(settingsFor(system, own, { index: 'default' })).toBe(own);
    expect(settingsFor(system, own, { index: { torchVariant: 'cu128' } })).toEqual({
      'index-url': 'https://download.pytorch.org/whl/cu128',
      proxy: 'p',
    });
    expect(withIndex({ proxy: 'p' }, 'https://one/')).toEqual({
      'index-url': 'https://one/',
      proxy: 'p',
    });
  });
});

it('pins what is installed, but for what may move or go and what is no version', () => {
  const distributions = packages('torch==2.6.0+cu124', 'triton==3.2.0', 'xformers==1', 'own==x?');
  const intent = { ...nothingToDo, movable: ['xformers'], remove: ['triton'] };
  expect(pinnedOf(factsWith({ distributions }), intent)).toEqual([
    { name: 'torch', version: '2.6.0+cu124' },
  ]);
});
