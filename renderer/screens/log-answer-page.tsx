import { answerMarkdown } from '../../shared/answer-markdown.ts';
import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { backendSentence } from '../../shared/messages/backend-sentence.ts';
import type { MessageRef } from '../../shared/messages/index.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { LogSummary } from '../components/log-summary.tsx';
import { Notice } from '../components/notice.tsx';
import { Screen } from '../components/screen.tsx';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { repairSinceLog } from '../store/older-than-repair.ts';
import { useApp, useSession } from '../store/store-context.ts';
import { useLogActions } from '../store/use-log-actions.ts';
import { FindingList } from './finding-list.tsx';
import { VerdictWord } from './verdict-word.tsx';
import styles from './log-answer-page.module.css';

/** What a log means, and the step that it leads to. */
export function LogAnswerPage(props: { analysis: LogAnalysis; onAnother: () => void }) {
  const { language, text, say } = useTexts();
  const { analysis } = props;
  const attention = backendSentence(language, analysis.attention);
  const another = { label: text('ui.read-log.another'), onClick: props.onAnother };
  const bar = useLogActions(analysis, another);
  const session = useSession();
  const saved = useApp((current) => current.saved);
  const older = repairSinceLog(analysis, session, saved);
  const headline = say(analysis.headline);
  const reason = analysis.reason && say(analysis.reason);
  // Then the answer is worth less than what would make it a better one.
  const unsure = analysis.findings[0]?.confidence !== 'high';
  return (
    <Screen
      label={<VerdictWord verdict={analysis.verdict} />}
      heading={headline}
      lead={reason}
      actions={<ActionBar {...bar} />}
    >
      {older && (
        <Notice tone="unknown">
          <p>{text('ui.read-log.older', { when: formatMoment(language, older.at) })}</p>
        </Notice>
      )}
      {unsure && <Questions questions={analysis.questions} />}
      <p className={styles.copy}>
        <CopyButton text={answerMarkdown(language, analysis)} label={text('ui.answer.copy')} />
      </p>
      <FindingList
        findings={analysis.findings}
        above={reason === null ? [headline] : [headline, reason]}
        openEvidence
      />
      {!unsure && <Questions questions={analysis.questions} />}
      {attention !== null && <p>{attention}</p>}
      {analysis.hints.map((hint) => (
        <p key={hint.key} className="quiet-note">
          {say(hint)}
        </p>
      ))}
      <LogSummary analysis={analysis} />
    </Screen>
  );
}

function Questions(props: { questions: readonly MessageRef[] }) {
  const { text, say } = useTexts();
  if (props.questions.length === 0) return null;
  return (
    <Notice tone="unknown">
      <h2 className={styles.questions}>{text('ui.read-log.questions')}</h2>
      <ul className={styles.list}>
        {props.questions.map((question) => (
          <li key={question.key}>{say(question)}</li>
        ))}
      </ul>
    </Notice>
  );
}
