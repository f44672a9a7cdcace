import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  Info,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import styles from './tone.module.css';

/** How a thing is meant. Never told by colour alone: each has its own shape, and a word beside it. */
export type Tone = 'good' | 'bad' | 'warning' | 'limit' | 'quiet' | 'unknown';

const icons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  bad: CircleAlert,
  warning: TriangleAlert,
  limit: CircleMinus,
  quiet: Info,
  unknown: CircleHelp,
};

export function ToneIcon(props: { tone: Tone; size?: number }) {
  const Icon = icons[props.tone];
  return <Icon className={styles[props.tone]} size={props.size ?? 18} aria-hidden />;
}

export function ToneWord(props: { tone: Tone; children: string }) {
  return (
    <span className={`${styles.word} ${styles[props.tone]}`}>
      <ToneIcon tone={props.tone} size={16} />
      {props.children}
    </span>
  );
}
