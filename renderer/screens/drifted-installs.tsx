import type { SinceProved } from '../../shared/history.ts';
import { changeSentence } from '../../shared/history-sentences.ts';
import { Notice } from '../components/notice.tsx';
import { useTexts } from '../language/texts.ts';
import { choicesOf } from '../store/choices.ts';
import { useSession } from '../store/store-context.ts';

/** Said at the start already, before anybody looks: which of them are no longer as they were proved. */
export function DriftedInstalls() {
  const { text, say } = useTexts();
  const session = useSession();
  const drifted: Record<string, SinceProved> = session.found?.drifted ?? {};
  const shown = choicesOf(session).filter(({ id }) => id in drifted);
  if (shown.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>{text('history.drifted.title', { names: shown.map(({ name }) => name).join(', ') })}</p>
      <ul>
        {shown.flatMap(({ id, name }) =>
          (drifted[id]?.drift ?? []).map((change) => (
            <li key={`${id} ${change.name}`}>
              {name}: {say(changeSentence(change))}
            </li>
          )),
        )}
      </ul>
      <p>{text('history.drifted.lead')}</p>
    </Notice>
  );
}
