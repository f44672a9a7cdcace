import type { ReactNode } from 'react';
import { ActionBar } from '../components/action-bar.tsx';
import {
  FusedPicture,
  PlainPicture,
  TablePicture,
  TilesPicture,
} from '../components/attention-pictures.tsx';
import { TablesPanel } from '../components/tables-panel.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import styles from './attention-page.module.css';

/** Milliseconds and MiB beside the inputs, as our own probe measured them on an H200 with torch 2.11. */
const example = [
  { way: 'plain', milliseconds: 5.4, mebibytes: 2960 },
  { way: 'tiles', milliseconds: 0.22, mebibytes: 10 },
] as const;

const parts = [
  { id: 'table', picture: TablePicture },
  { id: 'plain', picture: PlainPicture },
  { id: 'tiles', picture: TilesPicture },
  { id: 'fused', picture: FusedPicture },
] as const;

const noHelp = ['already', 'card', 'small', 'elsewhere', 'memory', 'shape', 'better'] as const;

/** What all of this is about, for somebody who has never heard of it. */
export function AttentionPage() {
  const { text } = useTexts();
  const { targetId, verification } = useSession();
  const next = useNextActions();
  const back = targetId === null ? next.chooseInstall : next.seeDiagnosis;
  return (
    <Screen
      heading={text('explain.heading')}
      lead={text('explain.lead')}
      actions={<ActionBar primary={verification ? next.seeCheck : back} />}
    >
      {parts.map(({ id, picture: Picture }) => (
        <Part key={id} heading={text(`explain.${id}.heading`)}>
          <p className={styles.text}>{text(`explain.${id}.text`)}</p>
          <Picture />
        </Part>
      ))}
      <Part heading={text('explain.gain.heading')}>
        <Gain />
        <p className="quiet-note">{text('explain.gain.note')}</p>
      </Part>
      <Part heading={text('explain.not.heading')}>
        <ul className={styles.list}>
          {noHelp.map((each) => (
            <li key={each}>{text(`explain.not.${each}`)}</li>
          ))}
        </ul>
      </Part>
      <Part heading={text('explain.names.heading')}>
        <dl className={styles.names}>
          <Name name={text('explain.names.pytorch')}>{text('explain.names.pytorch-text')}</Name>
          <Name name="xFormers">{text('explain.names.xformers-text')}</Name>
          <Name name="flash-attn">{text('explain.names.flash-text')}</Name>
          <Name name="SageAttention">{text('explain.names.sage-text')}</Name>
          <Name name="Triton">{text('explain.names.triton-text')}</Name>
        </dl>
      </Part>
      <Part heading={text('tables.title')}>
        <TablesPanel />
      </Part>
    </Screen>
  );
}

function Part(props: { heading: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.heading}>{props.heading}</h2>
      {props.children}
    </section>
  );
}

function Gain() {
  const { language, text } = useTexts();
  const number = (value: number): string => new Intl.NumberFormat(language).format(value);
  return (
    <table className={styles.gain}>
      <caption>{text('explain.gain.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('explain.gain.way')}</th>
          <th scope="col">{text('explain.gain.time')}</th>
          <th scope="col">{text('explain.gain.memory')}</th>
        </tr>
      </thead>
      <tbody>
        {example.map(({ way, milliseconds, mebibytes }) => (
          <tr key={way}>
            <th scope="row">{text(`explain.gain.${way}`)}</th>
            <td>{number(milliseconds)} ms</td>
            <td>{number(mebibytes)} MiB</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
