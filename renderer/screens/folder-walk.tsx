import { Button } from '@mantine/core';
import { ArrowUp, Folder } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FolderList } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import styles from './folder-browser.module.css';

export type FolderWalk = {
  list: FolderList | null;
  problem: Problem | null;
  open: (folderId: string) => void;
};

/** The folder that is open, beginning at home; `wheels`: with the wheel files in it. */
export function useFolderWalk(wheels: boolean): FolderWalk {
  const { listFolders } = useActions();
  const [folderId, open] = useState<string | undefined>(undefined);
  const [list, setList] = useState<FolderList | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let wanted = true;
    void listFolders(folderId, wheels).then((answer) => {
      if (!wanted) return;
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) setList(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [folderId, wheels, listFolders]);

  return { list, problem, open };
}

/** Where one is, the way up, and the folders below. */
export function FolderView(props: { list: FolderList; onOpen: (folderId: string) => void }) {
  const { text } = useTexts();
  const { list, onOpen } = props;
  const { parentId } = list;
  return (
    <section className={styles.browser} aria-label={text('ui.folders.list')}>
      <div className={styles.here}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<ArrowUp size={15} aria-hidden />}
          disabled={parentId === null}
          onClick={() => parentId !== null && onOpen(parentId)}
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
            <button type="button" className={styles.child} onClick={() => onOpen(child.folderId)}>
              <Folder size={17} aria-hidden />
              <span>{child.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
