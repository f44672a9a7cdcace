// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Plan } from '../../../../shared/plan.ts';
import { renderWizard } from '../../../support/render-wizard.tsx';
import { samplePlan } from '../../../support/sample-plan.ts';
import { sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

test('what others will complain of is one list, whatever else the plan warns of', async () => {
  const breaks = (by: string) => ({
    key: 'plan.warning.breaks' as const,
    params: { by, name: 'numpy', specifier: '<2' },
  });
  const warnings: Plan['warnings'] = [
    { key: 'plan.warning.no-driver-seen' },
    breaks('one'),
    breaks('two'),
    breaks('three'),
  ];
  await renderWizard({ ...sampleSessions.planShown, plan: samplePlan({ warnings }) });
  const title = screen.getByText('Other packages will not be content afterwards (3):');
  const list = within(title.parentElement ?? title).getAllByRole('listitem');
  expect(list.map((each) => each.textContent?.split(' ')[0])).toEqual(['one', 'two', 'three']);
  expect(screen.getAllByText(/No NVIDIA driver was seen/)).toHaveLength(1);
});
