import { ActionBar } from '../components/action-bar.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useAppState } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import styles from './about-page.module.css';

/** Which version this is, what it is made of, and where it keeps its files. */
export function AboutPage() {
  const { text } = useTexts();
  const { app } = useAppState();
  const { goTo } = useActions();
  const { done } = useNextActions();
  const rows = [
    { name: text('ui.app.name'), version: app.version },
    ...app.parts,
    { name: text('about.system'), version: app.platform },
  ];
  return (
    <Screen
      heading={text('settings.about')}
      lead={text('about.lead')}
      actions={
        <ActionBar
          primary={done}
          others={[{ label: text('settings.title'), onClick: () => goTo('settings') }]}
        />
      }
    >
      <dl className={styles.rows}>
        {rows.map(({ name, version }) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      <div>
        <CopyButton
          label={text('settings.about.copy')}
          text={rows.map(({ name, version }) => `${name} ${version}`).join('\n')}
        />
      </div>
      <p className="quiet-note">{text('settings.about.files', { path: app.stateFolder })}</p>
    </Screen>
  );
}
