import { expect, it } from 'vitest';
import { makePlan } from '../../../../electron/engine/planning/make-plan.ts';
import { reported, withPaperIndex } from '../../../support/paper-index.ts';
import { mismatched } from '../../../support/paper-plan.ts';

const mirror = {
  ...{ id: 'near', name: 'Near', source: 'a help page' },
  pypi: 'https://near.example/simple',
  pytorch: 'https://near.example/pytorch/whl',
};

/** Whose index answers: the first that is asked, or PyTorch's own. */
async function planned(pytorch: string | null, onlyOnTorch = false) {
  const paper = withPaperIndex({
    config:
      "global.index-url='https://own.example/'\nglobal.extra-index-url='https://more.example/'\n",
    find: ({ options }) => {
      const index = options.environment?.PIP_INDEX_URL ?? '';
      return onlyOnTorch && !index.includes('/whl')
        ? 'ERROR: No matching distribution found for xformers'
        : [reported('xformers', '0.0.29.post3')];
    },
  });
  const plan = await makePlan(paper.system, mismatched(), 'xformers', {
    mirror: { ...mirror, pytorch },
  });
  const indexes = paper.asked.map(({ options }) => [
    options.environment?.PIP_INDEX_URL,
    options.environment?.PIP_EXTRA_INDEX_URL,
  ]);
  return { plan, indexes };
}

it('takes everything from the mirror that was chosen, and says so', async () => {
  const { plan, indexes } = await planned(mirror.pytorch);
  expect(indexes).toEqual([[mirror.pypi, undefined]]);
  expect(plan.mirror).toBe('near');
  expect(plan.actions).toMatchObject([{ kind: 'pip-install', indexUrl: mirror.pypi }]);
  expect(plan.commands[0]).toMatch(/^PIP_INDEX_URL=https:\/\/near\.example\/simple /);
});

it.each([
  [mirror.pytorch, 'https://near.example/pytorch/whl/cu124'],
  [null, 'https://download.pytorch.org/whl/cu124'],
])('takes PyTorch’s wheels from %s', async (pytorch, url) => {
  const { plan } = await planned(pytorch, true);
  expect(plan.actions).toMatchObject([{ kind: 'pip-install', indexUrl: url }]);
});

it('is another plan than the one without', async () => {
  const { plan } = await planned(null);
  const paper = withPaperIndex({ find: () => [reported('xformers', '0.0.29.post3')] });
  const own = await makePlan(paper.system, mismatched(), 'xformers', {});
  expect(own.mirror).toBeUndefined();
  expect(own.id).not.toBe(plan.id);
});
