import type { Finding } from '../../../shared/finding.ts';
import { links } from '../../../shared/links.ts';
import type { Prescription, Step } from '../../../shared/prescription.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

const indent = '   ';

/** The steps in their order, each command on a line of its own, as it is typed. */
export function prescriptionLines(page: Page, { prescription, severity }: Finding): string[] {
  // Of what is fine there is nothing to prescribe.
  if (!prescription || severity === 'ok') return [];
  const { width } = page.terminal;
  const labelled = (key: LabelKey, text: string) => wrap(page.say(key, { text }), width, indent);
  return [
    `${indent}${page.terminal.style.strong(page.say('prescription.label.steps'))}`,
    ...prescription.steps.flatMap((step, index) =>
      stepLines(page, step, (text) => `${index + 1}. ${text}`),
    ),
    ...labelled('prescription.label.changes', page.tell(prescription.changes)),
    ...labelled('prescription.label.proof', page.tell(prescription.proof)),
    ...wayBack(page, prescription),
  ];
}

type LabelKey =
  | 'prescription.label.changes'
  | 'prescription.label.proof'
  | 'prescription.label.undo'
  | 'prescription.label.otherwise';

function wayBack(page: Page, { undo, otherwise }: Prescription): string[] {
  const label = (key: LabelKey, text: string): string => page.say(key, { text });
  return [
    ...stepLines(page, undo, (text) => label('prescription.label.undo', text)),
    ...(otherwise
      ? stepLines(page, otherwise, (text) => label('prescription.label.otherwise', text))
      : []),
  ];
}

function stepLines(
  page: Page,
  { text, command, edit, link }: Step,
  introduced: (text: string) => string,
): string[] {
  const { width, style } = page.terminal;
  const inner = `${indent}${indent}`;
  const rows = edit
    ? [
        page.say('prescription.edit.place', { place: page.tell(edit.place) }),
        ...(edit.remove === null
          ? []
          : [page.say('prescription.edit.remove', { words: edit.remove })]),
        ...(edit.add === null ? [] : [page.say('prescription.edit.add', { words: edit.add })]),
      ]
    : [];
  return [
    ...wrap(introduced(page.tell(text)), width, indent),
    // Never wrapped: it is copied.
    ...(command ? [`${inner}${style.strong(visibleText(command.text))}`] : []),
    ...rows.flatMap((row) => wrap(row, width, inner)),
    ...(link ? [`${inner}${page.say('prescription.label.link', { address: links[link] })}`] : []),
  ];
}
