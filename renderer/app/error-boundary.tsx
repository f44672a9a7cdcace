import { Component, type ReactNode } from 'react';
import { message, translate, type MessageKey } from '../../shared/messages/index.ts';
import { pickLanguage } from '../language/pick-language.ts';

type Props = { children: ReactNode };
type State = { error: Error | null };

/** A mistake of ours in the window. The engine goes on; a reload finds everything again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <MistakeNotice detail={error.stack ?? error.message} /> : this.props.children;
  }
}

// Nothing that may itself be broken is used here: no store, no component of ours.
function MistakeNotice(props: { detail: string }) {
  const language = pickLanguage(null, navigator.languages);
  function text(key: MessageKey): string {
    return translate(language, message(key));
  }
  return (
    <main className="alone" role="alert">
      <h1>{text('ui.mistake.heading')}</h1>
      <p>{text('ui.mistake.lead')}</p>
      <button type="button" className="plain-button" onClick={() => location.reload()}>
        {text('ui.mistake.reload')}
      </button>
      <details>
        <summary>{text('ui.problem.detail')}</summary>
        <pre className="code-block">{props.detail}</pre>
      </details>
    </main>
  );
}
