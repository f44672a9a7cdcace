import {
  Circle,
  CircleCheck,
  CircleDot,
  CircleMinus,
  CircleX,
  History,
  LoaderCircle,
  ScrollText,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useSession } from '../store/store-context.ts';
import { isWizardStep, pageOf, type Page } from '../store/wizard-page.ts';
import {
  isGlancing,
  isRunning,
  stepStatuses,
  type StepMark,
  type StepStatus,
} from '../store/wizard-steps.ts';
import styles from './step-rail.module.css';

const markIcons = {
  done: CircleCheck,
  here: CircleDot,
  running: LoaderCircle,
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
  /** The step whose reason was closed with Esc. */
  const [closed, setClosed] = useState<string | null>(null);
  useEffect(() => {
    // Also where the pointer alone opened it.
    const press = (event: KeyboardEvent): void => {
      const over = document.querySelector(`.${styles.item}:hover button[data-step]`);
      if (event.key === 'Escape') setClosed(over?.getAttribute('data-step') ?? null);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const wantedGoal = useApp((current) => current.wantedGoal);
  const job = isRunning(session) && !isGlancing(session) ? pageOf(session, wantedGoal) : null;
  const statuses = stepStatuses(session, isWizardStep(page) ? page : null).map((status) =>
    status.step === job ? { ...status, mark: 'running' as const, reason: null } : status,
  );
  return (
    <nav className={styles.rail} aria-label={text('ui.rail.label')}>
      <ol className={styles.steps}>
        {statuses.map((status) => (
          <li
            key={status.step}
            className={styles.item}
            data-closed={closed === status.step}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setClosed(status.step);
            }}
            onMouseLeave={() => setClosed(null)}
            onBlur={() => setClosed(null)}
          >
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
        data-step={step}
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
