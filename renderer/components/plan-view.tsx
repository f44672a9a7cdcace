import { Undo2 } from 'lucide-react';
import { fileChangesOf } from '../../shared/file-changes.ts';
import { needLines } from '../../shared/plan-needs.ts';
import { ownWheelOf, type Plan } from '../../shared/plan.ts';
import { formatBytes } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { ChangeTable } from './change-table.tsx';
import { Fold } from './fold.tsx';
import { Notice } from './notice.tsx';
import styles from './plan-view.module.css';

/** The whole plan: what changes, what stays, how it is undone, and the commands for who wants them. */
export function PlanView(props: { plan: Plan }) {
  const { text, say } = useTexts();
  const { plan } = props;
  const torch = plan.pinned.filter((pin) => pin.name === 'torch');
  const files = fileChangesOf(plan);
  const others = plan.pinned.filter((pin) => pin.name !== 'torch');
  return (
    <div className={styles.plan}>
      {plan.changes.length > 0 && (
        <ChangeTable
          caption={text('ui.plan.changes')}
          done={false}
          changes={plan.changes}
          stays={torch}
        />
      )}
      <OwnWheelList plan={plan} />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((each) => (
            <li key={`${each.key} ${JSON.stringify(each.params)}`}>{say(each)}</li>
          ))}
        </ul>
      )}
      <PlanWarnings plan={plan} />
      <PlanNeedsList plan={plan} />
      <p className={styles.undo}>
        <Undo2 size={18} aria-hidden />
        <span>{say(plan.undo)}</span>
      </p>
      <div className={styles.folds}>
        {others.length > 0 && (
          <Fold summary={text('ui.plan.pinned', { count: others.length })}>
            <ul className={styles.pins}>
              {others.map((pin) => (
                <li key={pin.name}>
                  {pin.name} {pin.version}
                </li>
              ))}
            </ul>
          </Fold>
        )}
        <PlanFiles plan={plan} />
        {plan.commands.length > 0 && (
          <Fold summary={text('ui.plan.commands')}>
            <p className="quiet-note">{text('ui.plan.commands-note')}</p>
            <pre className="code-block">{plan.commands.join('\n')}</pre>
          </Fold>
        )}
      </div>
    </div>
  );
}

/** The file that the user gave: its name, its hash, and what it says of itself. */
function OwnWheelList(props: { plan: Plan }) {
  const { say, text } = useTexts();
  const own = ownWheelOf(props.plan);
  if (!own) return null;
  return (
    <div className={styles.ownWheel}>
      <p>{text('plan.own-wheel', { file: own.wheel.fileName })}</p>
      <ul>
        {own.fits.map((each) => (
          <li key={each.key}>{say(each)}</li>
        ))}
      </ul>
      {own.wheel.sha256 !== null && <code className={styles.hash}>SHA-256 {own.wheel.sha256}</code>}
    </div>
  );
}

/** What other packages will complain of is a list of its own: there may be many of them. */
function PlanWarnings(props: { plan: Plan }) {
  const { say, text } = useTexts();
  const isComplaint = ({ key }: Plan['warnings'][number]): boolean => key === 'plan.warning.breaks';
  const complaints = props.plan.warnings.filter(isComplaint).map(say);
  const others = props.plan.warnings.filter((each) => !isComplaint(each)).map(say);
  return (
    <>
      {others.map((warning) => (
        <Notice key={warning} tone="warning">
          <p>{warning}</p>
        </Notice>
      ))}
      {complaints.length > 0 && (
        <Notice tone="warning">
          <p>{text('ui.plan.complaints', { count: complaints.length })}</p>
          <ul>
            {complaints.map((complaint) => (
              <li key={complaint}>{complaint}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Room on each drive and the time that it takes, before anybody waits for it. */
function PlanNeedsList(props: { plan: Plan }) {
  const { language, say, text } = useTexts();
  const lines = needLines(props.plan, { say, size: (bytes) => formatBytes(language, bytes) });
  if (lines.length === 0) return null;
  return (
    <ul className={styles.needs} aria-label={text('ui.plan.needs')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function PlanFiles(props: { plan: Plan }) {
  const { language, text } = useTexts();
  const wheels = props.plan.actions.flatMap((action) =>
    action.kind === 'pip-install' ? action.wheels : [],
  );
  if (wheels.length === 0) return null;
  return (
    <Fold summary={text('ui.plan.files', { count: wheels.length })}>
      <ul className={styles.files}>
        {wheels.map((wheel) => (
          <li key={wheel.fileName}>
            <code>{wheel.fileName}</code>
            {wheel.bytes !== null && <span> · {formatBytes(language, wheel.bytes)}</span>}
            {wheel.sha256 !== null && <code className={styles.hash}>SHA-256 {wheel.sha256}</code>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
