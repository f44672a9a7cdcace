import { useId } from 'react';
import styles from './choice-switch.module.css';

/** One thing that is on or off, with what it means. */
export function ChoiceSwitch(props: {
  label: string;
  note: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        aria-describedby={`${id}-note`}
        checked={props.checked}
        disabled={props.disabled === true}
        onChange={({ currentTarget: { checked } }) => props.onChange(checked)}
      />
      <label htmlFor={id}>{props.label}</label>
      <p id={`${id}-note`} className={styles.note}>
        {props.note}
      </p>
    </div>
  );
}
