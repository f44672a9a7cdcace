import { useTexts } from '../language/texts.ts';
import { formatPercent } from '../language/formats.ts';
import { useSession } from '../store/store-context.ts';

/** Tells a screen reader which step runs and every tenth of its way; the eyes see more. */
export function Announcer() {
  const { language, say, text } = useTexts();
  const { operation } = useSession();
  const step = operation?.steps.find((one) => one.state === 'running');
  const tenth = step && step.fraction !== null ? Math.floor(step.fraction * 10) / 10 : null;
  let sentence = '';
  if (operation && operation.outcome !== null) sentence = text(`ui.ended.${operation.outcome}`);
  else if (operation && step) {
    sentence = say({ key: `step.${operation.kind}.${step.id}` });
    if (tenth !== null) sentence += ` ${formatPercent(language, tenth)}`;
  }
  return (
    <p className="for-screen-readers" role="status">
      {sentence}
    </p>
  );
}
