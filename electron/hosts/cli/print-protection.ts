import type { Diagnosis } from '../../../shared/finding.ts';
import type { Protection } from '../../../shared/protection.ts';
import { threatSentence, threatsTitle } from '../../../shared/threat-sentences.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { shellWord, type Page } from './page.ts';
import { wrap } from './wrap.ts';

/** What may come, told last and without alarm: nothing of it is wrong now. */
export function threatLines(
  page: Page,
  {
    threats = [],
    protection,
    verdict,
    since,
  }: Pick<Diagnosis, 'threats' | 'protection' | 'verdict' | 'since'>,
): string[] {
  const { width } = page.terminal;
  const whole = protection === undefined || protection === 'on' || protection === 'off';
  const state = whole ? [] : ['', ...wrap(page.say(`protection.lead-${protection}`), width)];
  if (threats.length === 0) return state;
  const isOn = protection === 'on';
  // What is broken is repaired first, and not kept as it is.
  const isSound = verdict !== 'problem' && (since?.drift.length ?? 0) === 0;
  const command = `attention-doctor protect ${shellWord(page.target)}`;
  return [
    ...state,
    '',
    ...wrap(page.tell(threatsTitle(threats)), width),
    ...wrap(page.say(isOn ? 'threats.lead-protected' : 'threats.lead'), width),
    ...threats.map((each) => `- ${page.tell(threatSentence(each))}`),
    ...(isOn || !isSound ? [] : [`  ${page.say('threats.hold-back', { command })}`]),
  ];
}

/** How it ended, with every file and line. */
export function printProtection(page: Page, protection: Protection): string[] {
  const { outcome, state, left } = protection;
  const { style } = page.terminal;
  if (outcome === 'nothing-to-do') {
    if (state === 'overruled')
      return wrap(page.say('protection.lead-overruled'), page.terminal.width);
    return [
      style.good(page.say(state === 'off' ? 'protection.nothing-off' : 'protection.nothing-on')),
    ];
  }
  if (outcome === 'unprotected') {
    const paths = left.join(', ');
    return [
      style.good(
        page.say(left.length === 0 ? 'protection.done-off' : 'protection.done-left', { paths }),
      ),
    ];
  }
  const command = `attention-doctor protect ${shellWord(page.target)} --off --yes`;
  return [
    style.good(page.say('protection.done-on')),
    ...fileLines(page, protection),
    '',
    page.say('protection.undo', { command }),
  ];
}

/** Shown when --yes is missing. */
export function printProtectionConsent(page: Page, protection: Protection, off: boolean): string[] {
  const words = off ? '--off --yes' : '--yes';
  const command = `attention-doctor protect ${shellWord(page.target)} ${words}`;
  const title = page.say(off ? 'protection.files-off' : 'protection.files');
  return [
    page.terminal.style.strong(title),
    ...fileLines(page, protection),
    '',
    page.say(off ? 'protection.consent-off' : 'protection.consent', { command }),
  ];
}

function fileLines(page: Page, { files, guards, uncovered }: Protection): string[] {
  const { width } = page.terminal;
  const names = guards.map(({ name, specifier }) => name + specifier).join(', ');
  return [
    ...files.flatMap(({ path, lines, isNew }) => [
      '',
      isNew ? page.say('protection.file-new', { path }) : visibleText(path),
      ...lines.map((line) => `  ${visibleText(line)}`),
    ]),
    '',
    ...wrap(page.say('protection.keeps', { names }), width),
    ...(uncovered.length === 0 ? [] : ['', page.say('protection.uncovered')]),
    ...uncovered.flatMap((each) => wrap(`- ${page.tell(each)}`, width)),
  ];
}
