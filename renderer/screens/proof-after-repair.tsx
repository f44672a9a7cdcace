import { useState } from 'react';
import { proofOf } from '../../shared/proof.ts';
import type { FixResult } from '../../shared/report.ts';
import { ProofBeforeAfter } from '../components/proof-before-after.tsx';
import { ProofLaunch } from '../components/proof-launch.tsx';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../store/store-context.ts';
import { SnapshotCard } from './snapshot-card.tsx';

/**
 * What a repair has proved: each check before it and now, how fast it is where that was measured,
 * the line that starts ComfyUI with it, and the way back.
 */
export function ProofAfterRepair(props: { fix: FixResult }) {
  const { text, say } = useTexts();
  const session = useSession();
  const { fix } = props;
  // A check that was made since then says more, and of the same environment.
  const verification = session.verification ?? fix.verification;
  if (!verification) return <WayBack fix={fix} />;
  return (
    <>
      <p>{text(`proof.${proofOf(verification)}`)}</p>
      {verification.benchmark.length > 0 && (
        <p>
          {text('ui.proof.speed')}: {say(verification.recommended.basis)}
        </p>
      )}
      {verification.launch && <ProofLaunch command={verification.launch} />}
      <WayBack fix={fix} />
      {fix.rungsBefore && <ProofBeforeAfter before={fix.rungsBefore} after={verification.rungs} />}
    </>
  );
}

function WayBack({ fix }: { fix: FixResult }) {
  const { text } = useTexts();
  const { snapshots } = useSession();
  const [asked, setAsked] = useState(false);
  const at = snapshots.findIndex((each) => each.id === fix.snapshotId);
  const snapshot = snapshots[at];
  if (!snapshot) return null;
  const later = snapshots.slice(0, at).filter((each) => each.restoredAt === null);
  return (
    <section aria-label={text('ui.proof.undo')}>
      <SnapshotCard
        snapshot={snapshot}
        targetId={fix.plan.targetId}
        later={later}
        asked={asked}
        onAsk={setAsked}
      />
    </section>
  );
}
