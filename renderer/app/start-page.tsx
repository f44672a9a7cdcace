import { Button, Loader } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTexts } from '../language/texts.ts';
import type { Loaded } from '../store/app-store.ts';
import { useReload } from '../store/store-context.ts';

/** Before the engine has answered, or when it cannot. */
export function StartPage(props: { loaded: Exclude<Loaded, { phase: 'ready' }> }) {
  const { text } = useTexts();
  const reload = useReload();
  const { loaded } = props;
  if (loaded.phase === 'loading') {
    return (
      <main className="alone" aria-busy="true">
        <h1 className="for-screen-readers">{text('ui.app.name')}</h1>
        <p className="quiet-note" role="status">
          <Loader size="sm" aria-hidden /> {text('ui.start.loading')}
        </p>
      </main>
    );
  }
  // Trying again would not help: the address is what is wrong.
  const locked = loaded.problem.code === 'not-let-in';
  return (
    <main className="alone">
      <h1>{text(locked ? 'ui.app.name' : 'ui.start.failed')}</h1>
      <ProblemNotice problem={loaded.problem} />
      {!locked && (
        <div>
          <Button size="md" onClick={() => void reload()}>
            {text('ui.start.again')}
          </Button>
        </div>
      )}
    </main>
  );
}
