import { Button } from '@mantine/core';
import type { Prescription, Step } from '../../shared/prescription.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';
import { CopyButton } from './copy-button.tsx';
import { Fold } from './fold.tsx';
import { LinkList } from './link-list.tsx';
import styles from './prescription-view.module.css';

/** What to do with one's own hands, step by step; folded where a button does it. */
export function PrescriptionView(props: {
  prescription: Prescription;
  folded: boolean;
  /** The same in one sentence; null where it stands above already. */
  advice: string | null;
}) {
  const { text, say } = useTexts();
  const { targetId } = useSession();
  const { diagnose } = useActions();
  const busy = useBusy();
  const { steps, changes, undo, proof, otherwise } = props.prescription;
  const content = (
    <>
      {props.advice !== null && <p className={styles.note}>{props.advice}</p>}
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index} className={styles.step}>
            <input
              type="checkbox"
              className={styles.box}
              aria-label={text('ui.prescription.did', { number: index + 1 })}
            />
            <div className={styles.row}>
              <StepView step={step} name={text('ui.prescription.step', { number: index + 1 })} />
            </div>
          </li>
        ))}
      </ol>
      {!props.folded && targetId !== null && (
        <Button
          variant="light"
          size="sm"
          disabled={busy}
          className={styles.again}
          onClick={() => void diagnose(targetId)}
        >
          {text('ui.prescription.done')}
        </Button>
      )}
      <p className={styles.note}>{text('prescription.label.changes', { text: say(changes) })}</p>
      <p className={styles.note}>{text('prescription.label.proof', { text: say(proof) })}</p>
      <div className={styles.note}>
        <StepView
          step={undo}
          label={text('prescription.label.undo', { text: say(undo.text) })}
          name={text('ui.prescription.undo')}
        />
      </div>
      {otherwise && (
        <div className={styles.note}>
          <StepView
            step={otherwise}
            label={text('prescription.label.otherwise', { text: say(otherwise.text) })}
            name={text('ui.prescription.otherwise')}
          />
        </div>
      )}
    </>
  );
  if (props.folded) return <Fold summary={text('ui.prescription.by-hand')}>{content}</Fold>;
  return (
    <section aria-label={text('ui.prescription.steps')}>
      <h4 className={styles.heading}>{text('ui.prescription.steps')}</h4>
      {content}
    </section>
  );
}

/** One sentence, with what is typed, written or looked up for it. `name` tells its button from the others. */
function StepView(props: { step: Step; label?: string; name: string }) {
  const { text, say } = useTexts();
  const { step } = props;
  const { command, edit, link } = step;
  return (
    <>
      <span>{props.label ?? say(step.text)}</span>
      {command && (
        <div className={styles.command}>
          <code className={styles.words}>{command.text}</code>
          <CopyButton
            text={command.text}
            label={text('ui.prescription.copy')}
            name={text('ui.prescription.copy-named', { name: props.name })}
          />
        </div>
      )}
      {edit && (
        <dl className={styles.edit}>
          <dt>{text('ui.prescription.where')}</dt>
          <dd>{say(edit.place)}</dd>
          {edit.remove !== null && (
            <>
              <dt>{text('ui.prescription.remove')}</dt>
              <dd>
                <code>{edit.remove}</code>
              </dd>
            </>
          )}
          {edit.add !== null && (
            <>
              <dt>{text('ui.prescription.add')}</dt>
              <dd>
                <code>{edit.add}</code>{' '}
                <CopyButton
                  text={edit.add}
                  label={text('ui.prescription.copy')}
                  name={text('ui.prescription.copy-named', { name: props.name })}
                />
              </dd>
            </>
          )}
        </dl>
      )}
      {link && <LinkList links={[link]} />}
    </>
  );
}
