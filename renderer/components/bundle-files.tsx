import type { BundleFile } from '../../shared/bundle-file.ts';
import { formatBytes } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import styles from './bundle-files.module.css';
import { Fold } from './fold.tsx';
import { MarkedText } from './marked-text.tsx';

/** Every file of a bundle as it is sent. With `choice`, those that may be taken out have a box. */
export function BundleFiles(props: {
  files: readonly BundleFile[];
  choice?: {
    /** In the order in which they are shown, those that are left out as well. */
    names: readonly string[];
    mayLeaveOut: (name: string) => boolean;
    isOut: (name: string) => boolean;
    toggle: (name: string) => void;
  };
}) {
  const { text } = useTexts();
  const { files, choice } = props;
  const names = choice?.names ?? files.map((each) => each.name);
  return (
    <ul className={styles.files}>
      {names.map((name) => {
        const file = files.find((each) => each.name === name);
        return (
          <li key={name} className={styles.file}>
            {choice?.mayLeaveOut(name) === true && (
              <input
                type="checkbox"
                className={styles.box}
                aria-label={text('ui.report.part-in', { name })}
                checked={!choice.isOut(name)}
                onChange={() => choice.toggle(name)}
              />
            )}
            {file ? (
              <FileFold file={file} always={choice?.mayLeaveOut(name) === false} />
            ) : (
              <code>{name}</code>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function FileFold(props: { file: BundleFile; always: boolean }) {
  const { language, text } = useTexts();
  const { name, bytes, text: content, cut } = props.file;
  const summary = (
    <>
      <code>{name}</code> <span className={styles.quiet}>{formatBytes(language, bytes)}</span>
      {props.always && (
        <span className={styles.quiet}>
          {' · '}
          {text('ui.report.part-always')}
        </span>
      )}
    </>
  );
  return (
    <Fold summary={summary}>
      {content === null ? (
        <p className="quiet-note">{text('ui.report.part-no-text')}</p>
      ) : (
        <MarkedText text={content} label={name} />
      )}
      {cut && <p className="quiet-note">{text('ui.report.part-cut')}</p>}
    </Fold>
  );
}
