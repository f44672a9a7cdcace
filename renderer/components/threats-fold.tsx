import type { Diagnosis } from '../../shared/finding.ts';
import { threatSentence, threatsTitle } from '../../shared/threat-sentences.ts';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../store/store-context.ts';
import { Fold } from './fold.tsx';
import styles from './protect-panel.module.css';

/** Who would move what works at the next update: told without alarm, since nothing of it is wrong now. */
export function ThreatsFold(props: { diagnosis: Diagnosis }) {
  const { text, say } = useTexts();
  const session = useSession();
  const { threats = [], protection } = props.diagnosis;
  if (threats.length === 0) return null;
  const isOn = (session.protection?.state ?? protection) === 'on';
  return (
    <Fold summary={say(threatsTitle(threats))}>
      <p className={styles.lead}>{text(isOn ? 'threats.lead-protected' : 'threats.lead')}</p>
      <ul className={styles.list}>
        {threats.map((threat) => (
          <li key={`${threat.source} ${threat.file ?? ''} ${threat.requirement}`}>
            {say(threatSentence(threat))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
