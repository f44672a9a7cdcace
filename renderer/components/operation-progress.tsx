import { Loader, Progress } from '@mantine/core';
import { Circle, CircleCheck, CircleSlash, CircleX } from 'lucide-react';
import type { OperationState, StepState } from '../../shared/operation.ts';
import { timeLeft } from '../../shared/time-left.ts';
import { formatPercent } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useApp } from '../store/store-context.ts';
import styles from './operation-progress.module.css';

/** A running job, step by step. A bar only where the end is known; else what is done right now. */
export function OperationProgress(props: { operation: OperationState }) {
  const { text, say } = useTexts();
  const { operation } = props;
  return (
    <ol className={styles.steps} aria-label={text('ui.progress.steps')}>
      {operation.steps.filter(isShown).map((step) => (
        <li key={step.id} className={styles.step} data-state={step.state}>
          <StepIcon step={step} />
          <div className={styles.body}>
            <span className={styles.title}>
              {say({ key: `step.${operation.kind}.${step.id}` })}
              <span className="for-screen-readers"> ({text(`ui.step-state.${step.state}`)})</span>
            </span>
            {step.state === 'running' && <RunningLine step={step} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function RunningLine(props: { step: StepState }) {
  const { language, text, say } = useTexts();
  const { fraction, note } = props.step;
  const left = timeLeft(props.step.secondsLeft);
  return (
    <>
      {fraction !== null && (
        <div className={styles.bar}>
          <Progress
            className={styles.track}
            value={Math.round(fraction * 100)}
            size="sm"
            aria-label={text('ui.progress.bar')}
            aria-valuetext={[formatPercent(language, fraction), left && say(left)]
              .filter(Boolean)
              .join(', ')}
          />
          <span className={styles.percent}>{formatPercent(language, fraction)}</span>
        </div>
      )}
      {note && (
        <p className={styles.note}>
          {say(note)}
          {left && <span className={styles.left}> · {say(left)}</span>}
        </p>
      )}
    </>
  );
}

/** Undoing is a step only when it happens. */
function isShown(step: StepState): boolean {
  // What is rarely needed is shown once it is.
  const rare = step.id === 'undo' || step.id === 'workflow';
  return !rare || (step.state !== 'waiting' && step.state !== 'skipped');
}

function StepIcon(props: { step: StepState }) {
  // Nobody knows what goes on now: nothing may look as if it moved.
  const lost = useApp((current) => current.connection === 'lost');
  if (lost && props.step.state === 'running')
    return <Circle size={18} className={styles.quiet} aria-hidden />;
  switch (props.step.state) {
    case 'running':
      return <Loader size={18} className={styles.spinner} aria-hidden />;
    case 'succeeded':
      return <CircleCheck size={18} className={styles.good} aria-hidden />;
    case 'failed':
      return <CircleX size={18} className={styles.bad} aria-hidden />;
    case 'skipped':
    case 'cancelled':
      return <CircleSlash size={18} className={styles.quiet} aria-hidden />;
    case 'waiting':
      return <Circle size={18} className={styles.quiet} aria-hidden />;
  }
}
