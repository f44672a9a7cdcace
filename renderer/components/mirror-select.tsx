import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MirrorsShown } from '../../shared/mirrors.ts';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';

/** The mirrors of our table; null while they are not known. */
export function useMirrors(): MirrorsShown['mirrors'] | null {
  const { mirrors } = useActions();
  const [known, setKnown] = useState<MirrorsShown['mirrors'] | null>(null);
  useEffect(() => {
    let isHere = true;
    void mirrors().then((answer) => isHere && answer && setKnown(answer.mirrors));
    return () => {
      isHere = false;
    };
  }, [mirrors]);
  return known;
}

/** Where to download from; null: as pip is set. */
export function MirrorSelect(props: {
  label: string;
  note: string;
  known: MirrorsShown['mirrors'];
  value: string | null;
  disabled?: boolean;
  onChoose: (id: string | null) => void;
}) {
  const { text } = useTexts();
  return (
    <NativeSelect
      label={props.label}
      description={props.note}
      value={props.value ?? ''}
      disabled={props.disabled === true}
      onChange={({ currentTarget: { value } }) => props.onChoose(value === '' ? null : value)}
      data={[
        { value: '', label: text('ui.mirror.own') },
        ...props.known.map(({ id, name, pytorch }) => ({
          value: id,
          label: pytorch === null ? name : text('ui.mirror.with-pytorch', { name }),
        })),
      ]}
    />
  );
}
