import { ActionBar } from '../components/action-bar.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import { FolderView, useFolderWalk } from './folder-walk.tsx';

/** Walks the folders of the machine where there is no native dialog. */
export function FolderBrowser(props: { onDone: () => void }) {
  const { text } = useTexts();
  const { find } = useActions();
  const { list, problem, open } = useFolderWalk(false);

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
      {list && <FolderView list={list} onOpen={open} />}
    </Screen>
  );
}
