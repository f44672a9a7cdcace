import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { proxySchema } from '../../shared/settings.ts';
import { useTexts } from '../language/texts.ts';
import styles from './proxy-field.module.css';

/** The proxy is saved with a button: half an address is none. */
export function ProxyField(props: {
  value: string | null;
  onSave: (proxy: string | null) => Promise<void>;
}) {
  const { text } = useTexts();
  const [typed, setTyped] = useState(props.value ?? '');
  const [bad, setBad] = useState(false);
  const wanted = typed.trim() === '' ? null : typed.trim();

  async function save(): Promise<void> {
    const fits = wanted === null || proxySchema.safeParse(wanted).success;
    setBad(!fits);
    if (fits) await props.onSave(wanted);
  }
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={text('settings.proxy')}
        description={text('settings.proxy.note')}
        value={typed}
        error={bad && text('settings.proxy.bad')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setBad(false);
        }}
      />
      <Button type="submit" variant="default" disabled={wanted === props.value}>
        {text('settings.proxy.save')}
      </Button>
    </form>
  );
}
