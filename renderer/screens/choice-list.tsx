import { Play, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { Fold } from '../components/fold.tsx';
import { ToneWord } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import type { Choice } from '../store/choices.ts';
import styles from './choice-list.module.css';
import type { ChoiceWords } from './choice-words.ts';
import { toneOfVerdict } from './verdict-word.tsx';

/** A choice with the words of its card. */
export type Card = { choice: Choice; words: ChoiceWords };

type ListProps = {
  cards: readonly Card[];
  chosenId: string | null;
  onChoose: (id: string) => void;
  /** Shows the Pythons without ComfyUI without being asked. */
  openPythons: boolean;
};

/** Radio cards: arrow keys move, the action bar goes on. Pythons without ComfyUI are folded. */
export function ChoiceList(props: ListProps) {
  const { text } = useTexts();
  const installs = props.cards.filter(({ choice }) => choice.kind.of === 'install');
  const pythons = props.cards.filter(({ choice }) => choice.kind.of === 'environment');
  return (
    <div className={styles.groups}>
      {installs.length > 0 && (
        <CardGroup {...props} title={text('ui.install.installs')} cards={installs} />
      )}
      {pythons.length > 0 && (
        <Fold
          key={String(props.openPythons)}
          summary={text('ui.install.environments', { count: pythons.length })}
          open={props.openPythons}
        >
          <CardGroup {...props} title={null} cards={pythons} />
        </Fold>
      )}
    </div>
  );
}

/** The cards alone; `title` stands above them. */
export function CardGroup(
  props: Pick<ListProps, 'cards' | 'chosenId' | 'onChoose'> & { title: string | null },
) {
  const { text } = useTexts();
  return (
    <fieldset className={styles.group}>
      <legend className={props.title === null ? 'for-screen-readers' : 'section-title'}>
        {props.title ?? text('ui.install.environments', { count: props.cards.length })}
      </legend>
      {props.cards.map((card) => (
        <ChoiceCard
          key={card.choice.id}
          card={card}
          chosen={card.choice.id === props.chosenId}
          onChoose={() => props.onChoose(card.choice.id)}
        />
      ))}
    </fieldset>
  );
}

function ChoiceCard(props: { card: Card; chosen: boolean; onChoose: () => void }) {
  const id = useId();
  const { choice, words } = props.card;
  return (
    <label className={styles.card} data-verdict={choice.verdict ?? 'none'}>
      <input
        type="radio"
        name="install"
        className={styles.radio}
        checked={props.chosen}
        onChange={props.onChoose}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-facts`}
      />
      <span className={styles.body}>
        <span id={`${id}-name`} className={styles.name}>
          {choice.name}
        </span>
        <span id={`${id}-facts`} className={styles.facts}>
          <span className={styles.words}>
            {(choice.verdict !== null || choice.kind.of === 'install') && (
              <ToneWord tone={choice.verdict ? toneOfVerdict(choice.verdict) : 'unknown'}>
                {words.verdict}
              </ToneWord>
            )}
            {words.running && (
              <span className={styles.remark}>
                <Play size={15} aria-hidden />
                {words.running}
              </span>
            )}
          </span>
          {words.headline && <span className={styles.headline}>{words.headline}</span>}
          <span className={styles.path}>{choice.path}</span>
          <span>{words.facts}</span>
          {words.lastLook && <span>{words.lastLook}</span>}
          {words.problems.map(({ code, sentence }) => (
            <span key={code} className={styles.problem}>
              <TriangleAlert size={15} aria-hidden />
              <span>{sentence}</span>
            </span>
          ))}
        </span>
      </span>
    </label>
  );
}
