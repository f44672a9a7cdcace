import { Button } from '@mantine/core';
import { ArrowUp, Folder } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FolderList } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import styles from './folder-browser.module.css';

/** Walks the folders of the machine where there is no native dialog. */
export function FolderBrowser(props: { onDone: () => void }) {
  const { text } = useTexts();
  const { find, listFolders } = useActions();
  const [folderId, setFolderId] = useState<string | undefined>(undefined);
  const [list, setList] = useState<FolderList | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let wanted = true;
    void listFolders(folderId).then((answer) => {
      if (!wanted) return;
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) setList(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [folderId, listFolders]);

  function search(): void {
    if (!list) return;
    props.onDone();
    void find(list.folder.folderId);
  }

  return (
    <Screen
      heading={text('ui.folders.heading')}
      lead={text('ui.folders.lead')}
      actions={
        <ActionBar
          primary={{ label: text('ui.folders.search'), onClick: search, disabled: !list }}
          cost={list?.path}
          others={[{ label: text('ui.folders.back'), onClick: props.onDone }]}
        />
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {list && (
        <section className={styles.browser} aria-label={text('ui.folders.list')}>
          <div className={styles.here}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<ArrowUp size={15} aria-hidden />}
              disabled={list.parentId === null}
              onClick={() => setFolderId(list.parentId ?? undefined)}
            >
              {text('ui.folders.up')}
            </Button>
            <span className={styles.path} role="status">
              {list.path}
            </span>
          </div>
          {list.children.length === 0 && <p className="quiet-note">{text('ui.folders.empty')}</p>}
          <ul className={styles.children}>
            {list.children.map((child) => (
              <li key={child.folderId}>
                <button
                  type="button"
                  className={styles.child}
                  onClick={() => setFolderId(child.folderId)}
                >
                  <Folder size={17} aria-hidden />
                  <span>{child.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Screen>
  );
}
