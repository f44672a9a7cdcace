import { useId, useState } from 'react';
import styles from './choice-switch.module.css';

/** One thing that is on or off, with what it means. */
export function ChoiceSwitch(props: {
  label: string;
  note: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => Promise<void>;
}) {
  const id = useId();
  // It moves at once; what was really saved shows when the answer is here.
  const [wanted, setWanted] = useState<boolean | null>(null);
  async function change(on: boolean): Promise<void> {
    setWanted(on);
    await props.onChange(on);
    setWanted(null);
  }
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        aria-describedby={`${id}-note`}
        checked={wanted ?? props.checked}
        disabled={props.disabled === true}
        onChange={({ currentTarget: { checked } }) => void change(checked)}
      />
      <label htmlFor={id}>{props.label}</label>
      <p id={`${id}-note`} className={styles.note}>
        {props.note}
      </p>
    </div>
  );
}
