import type { Form } from './form.ts';
import { constraintsForm, namesForm } from './line-lists.ts';
import { downgradeForm, overridesForm } from './manager-forms.ts';
import { pipSettingsForm } from './pip-settings-form.ts';
import { uvForm } from './uv-form.ts';

export const formNames = ['constraints', 'pip', 'uv', 'names', 'downgrade', 'overrides'] as const;
export type FormName = (typeof formNames)[number];

/** One for each kind of file; a kind without one does not compile. */
export const forms: Readonly<Record<FormName, Form>> = {
  constraints: constraintsForm,
  pip: pipSettingsForm,
  uv: uvForm,
  names: namesForm,
  downgrade: downgradeForm,
  overrides: overridesForm,
};
