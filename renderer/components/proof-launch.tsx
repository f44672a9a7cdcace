import type { Command } from '../../shared/prescription.ts';
import { useTexts } from '../language/texts.ts';
import { CopyButton } from './copy-button.tsx';

/** The line that starts ComfyUI, to copy. */
export function ProofLaunch(props: { command: Command }) {
  const { text } = useTexts();
  return (
    <div>
      <h2 id="launch-title" className="section-title">
        {text('ui.proof.launch')}
      </h2>
      <p className="quiet-note">{text('ui.proof.launch-note')}</p>
      <pre className="code-block" tabIndex={0} role="region" aria-labelledby="launch-title">
        {props.command.text}
      </pre>
      <CopyButton text={props.command.text} label={text('ui.proof.launch-copy')} />
    </div>
  );
}
