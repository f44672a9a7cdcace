import { expect, it } from 'vitest';
import { withToldFlags } from '../../../../electron/engine/trial/told-flags.ts';
import type { EditAction } from '../../../../shared/plan.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';
import { samplePlan } from '../../../support/sample-plan.ts';

const edit: EditAction = {
  kind: 'edit-file',
  path: '/c/run.sh',
  add: ['--use-pytorch-cross-attention'],
  remove: ['--use-sage-attention'],
  before: '',
  after: '',
};

it.each([
  ['its flags', '/c/run.sh', ['--listen', '--use-sage-attention'], ['--listen', ...edit.add]],
  ['one by its beginning', '/c/run.sh', ['--use-sage'], edit.add],
  ['what is there once', '/c/run.sh', [...edit.add], edit.add],
  ['no other script', '/c/cpu.sh', ['--use-sage-attention'], ['--use-sage-attention']],
])('changes %s', (_, path, flags, then) => {
  const install = sampleInstall({ launchers: [{ path, flags }] });
  const told = withToldFlags(install, samplePlan({ actions: [edit] }));
  expect(told.launchers).toEqual([{ path, flags: then }]);
  expect(install.launchers).toEqual([{ path, flags }]);
});
