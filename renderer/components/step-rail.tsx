import {
  Circle,
  CircleCheck,
  CircleDot,
  CircleMinus,
  CircleX,
  History,
  ScrollText,
  type LucideIcon,
} from 'lucide-react';
import { useId } from 'react';
import { useTexts } from '../language/texts.ts';
import { useActions, useSession } from '../store/store-context.ts';
import { isWizardStep, type Page } from '../store/wizard-page.ts';
import { stepStatuses, type StepMark, type StepStatus } from '../store/wizard-steps.ts';
import styles from './step-rail.module.css';

const markIcons = {
  done: CircleCheck,
  here: CircleDot,
  'to-do': Circle,
  'not-needed': CircleMinus,
  failed: CircleX,
} as const satisfies Record<StepMark, unknown>;

/** The six steps, each with its state in a shape and in a word. Every one can be looked at. */
export function StepRail(props: { page: Page }) {
  const { text } = useTexts();
  const session = useSession();
  const { goTo } = useActions();
  const { page } = props;
  const statuses = stepStatuses(session, isWizardStep(page) ? page : null);
  return (
    <nav className={styles.rail} aria-label={text('ui.rail.label')}>
      <ol className={styles.steps}>
        {statuses.map((status) => (
          <li key={status.step} className={styles.item}>
            <StepButton
              status={status}
              current={page === status.step}
              onClick={() => goTo(status.step)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.beside}>
        <BesideButton
          icon={ScrollText}
          name={text('ui.read-log.title')}
          current={page === 'log'}
          onClick={() => goTo('log')}
        />
        <BesideButton
          icon={History}
          name={text('ui.history.title')}
          current={page === 'history' || page === 'timeline'}
          onClick={() => goTo('history')}
        />
      </div>
    </nav>
  );
}

/** A page that is no step of the way: always there, whatever the wizard is doing. */
function BesideButton(props: {
  icon: LucideIcon;
  name: string;
  current: boolean;
  onClick: () => void;
}) {
  const Icon = props.icon;
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={props.current ? 'page' : undefined}
      onClick={props.onClick}
    >
      <Icon size={18} aria-hidden />
      <span className={styles.label}>{props.name}</span>
    </button>
  );
}

function StepButton(props: { status: StepStatus; current: boolean; onClick: () => void }) {
  const { text, say } = useTexts();
  const reasonId = useId();
  const { step, mark, reason } = props.status;
  const Icon = markIcons[mark];
  return (
    <>
      <button
        type="button"
        className={styles.step}
        data-mark={mark}
        aria-current={props.current ? 'step' : undefined}
        aria-describedby={reason ? reasonId : undefined}
        onClick={props.onClick}
      >
        <Icon size={18} aria-hidden />
        <span className={styles.label}>{text(`ui.step.${step}`)}</span>
        <span className="for-screen-readers">({text(`ui.mark.${mark}`)})</span>
        {mark === 'not-needed' && (
          <span className={styles.dash} aria-hidden>
            –
          </span>
        )}
      </button>
      {reason && (
        <span id={reasonId} className={styles.reason} role="tooltip">
          {say(reason)}
        </span>
      )}
    </>
  );
}
