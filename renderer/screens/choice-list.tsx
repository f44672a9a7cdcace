import { Play, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { problemHint, problemSentence } from '../../shared/messages/index.ts';
import { useTexts } from '../language/texts.ts';
import type { Choice } from '../store/choices.ts';
import styles from './choice-list.module.css';

type ListProps = {
  choices: readonly Choice[];
  chosenId: string | null;
  onChoose: (id: string) => void;
};

/** Radio cards: arrow keys move, the action bar goes on. */
export function ChoiceList(props: ListProps) {
  const { text } = useTexts();
  const installs = props.choices.filter((choice) => choice.kind.of === 'install');
  const environments = props.choices.filter((choice) => choice.kind.of === 'environment');
  return (
    <div className={styles.groups}>
      <ChoiceGroup {...props} title={text('ui.install.installs')} choices={installs} />
      <ChoiceGroup {...props} title={text('ui.install.environments')} choices={environments} />
    </div>
  );
}

function ChoiceGroup(props: ListProps & { title: string }) {
  if (props.choices.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className="section-title">{props.title}</legend>
      {props.choices.map((choice) => (
        <ChoiceCard
          key={choice.id}
          choice={choice}
          chosen={choice.id === props.chosenId}
          onChoose={() => props.onChoose(choice.id)}
        />
      ))}
    </fieldset>
  );
}

function ChoiceCard(props: { choice: Choice; chosen: boolean; onChoose: () => void }) {
  const { text, language } = useTexts();
  const id = useId();
  const { choice } = props;
  const python = choice.python ? `Python ${choice.python}` : text('ui.install.python-unknown');
  const facts = [
    kindName(text, choice),
    choice.comfyui && `ComfyUI ${choice.comfyui}`,
    // A Python that nobody gave a name is named by its version already.
    python !== choice.name && python,
    choice.packages?.torch && `PyTorch ${choice.packages.torch}`,
    choice.packages?.xformers && `xFormers ${choice.packages.xformers}`,
  ].filter(Boolean);
  return (
    <label className={styles.card}>
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
          <span className={styles.path}>{choice.path}</span>
          <span>{facts.join(' · ')}</span>
          {choice.lastVerdict && (
            <span>
              {text('ui.install.last-result', {
                verdict: text(`ui.verdict.${choice.lastVerdict}`),
              })}
            </span>
          )}
          {choice.running && (
            <span className={styles.remark}>
              <Play size={15} aria-hidden />
              {text('ui.install.running')}
            </span>
          )}
          {choice.problems.map((problem) => (
            <span key={problem.code} className={styles.problem}>
              <TriangleAlert size={15} aria-hidden />
              <span>
                {problemSentence(language, problem)} {problemHint(language, problem)}
              </span>
            </span>
          ))}
        </span>
      </span>
    </label>
  );
}

function kindName(text: ReturnType<typeof useTexts>['text'], choice: Choice): string {
  return choice.kind.of === 'install'
    ? text(`ui.install-kind.${choice.kind.value}`)
    : text(`ui.environment-kind.${choice.kind.value}`);
}
