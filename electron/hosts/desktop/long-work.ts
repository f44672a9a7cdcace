import { Notification, type BrowserWindow } from 'electron';
import type { Language } from '../../../shared/contract.ts';
import { message, translate } from '../../../shared/messages/index.ts';
import type { OperationEvent, OperationState } from '../../../shared/operation.ts';
import type { Engine } from '../../engine/engine.ts';

/** Milliseconds of work after which somebody may have gone elsewhere. */
const long = 10_000;
/** What a taskbar shows while the end is not known. */
const unknownEnd = 2;

/** The taskbar shows how far it is; who looks elsewhere is told when long work has ended. */
export function showLongWork(
  window: BrowserWindow,
  engine: Engine,
  { language, bringForward }: { language: () => Language; bringForward: () => void },
): (event: OperationEvent) => void {
  let shown = -1;
  let begun = 0;
  return (event) => {
    const { operation } = engine.session();
    if (!operation || window.isDestroyed()) return;
    if (event.type === 'started') begun = Date.parse(event.at);
    const bar = taskbarValue(operation);
    if (bar !== shown) window.setProgressBar(bar);
    shown = bar;
    if (event.type !== 'ended' || window.isFocused() || Date.parse(event.at) - begun < long) return;
    tellEnd(language(), operation, bringForward);
  };
}

/** Between 0 and 1; above where the end is not known, below where nothing is to be shown. Pure. */
function taskbarValue({ kind, outcome, steps }: OperationState): number {
  // Looking takes moments; a bar that only flickers tells nothing.
  if (outcome !== null || kind === 'find' || kind === 'diagnose') return -1;
  const fraction = steps.find((step) => step.state === 'running')?.fraction ?? null;
  return fraction === null ? unknownEnd : Math.round(fraction * 100) / 100;
}

function tellEnd(language: Language, { kind, outcome }: OperationState, open: () => void): void {
  if (outcome === null || !Notification.isSupported()) return;
  const name = translate(language, message(`operation.${kind}`));
  const notification = new Notification({
    title: translate(language, message(`host.done.${outcome}`, { name })),
    body: translate(language, message('host.done.look')),
  });
  notification.on('click', open);
  notification.show();
}
