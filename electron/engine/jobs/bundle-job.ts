import path from 'node:path';
import type { StartRequest } from '../../../shared/contract.ts';
import { writeBundle } from '../bundle/make-bundle.ts';
import { refineFacts, toDiagnosis } from '../examination/diagnose.ts';
import { gatherStaticFacts } from '../inspection/gather-static-facts.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { unlessCancelled } from '../machine/patience.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { listSnapshots } from '../repair/journals.ts';
import { findThreats } from '../threats/find-threats.ts';
import { verificationOf } from '../verification/verify.ts';
import type { WithHistory } from './job-options.ts';

/** 5000 lines are far shorter; the log itself may have grown for years. */
const recentBytes = 16 * 1024 * 1024;

/** Collects what is known of a target, and writes it with private text replaced. */
export function createBundleJob(options: WithHistory) {
  const { system, paths, targets, bundles } = options;

  return async function bundleJob(
    context: OperationContext<'bundle'>,
    { targetId, language = 'en', without = [] }: Extract<StartRequest, { kind: 'bundle' }>,
    file: string | null,
  ): Promise<OperationEnd> {
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = await context.step('collect', async () => {
      const known = options.session().diagnosis;
      if (known?.targetId === targetId) return known;
      const files = await gatherStaticFacts(whileWanted(system, context.signal), target);
      const facts = await refineFacts(system, target, files, {
        signal: context.signal,
        onBroken: context.broken,
      });
      const looked = toDiagnosis(target, facts, 0);
      looked.broken?.forEach(context.broken);
      return looked;
    });
    const { verification, fix, plan } = options.session();
    const threats =
      diagnosis.threats ?? (await findThreats(system, target.install, diagnosis.facts));
    const at = options.clock().toISOString();
    // By its last parts desktops tell it from other zips (build/packages/bundle-type.mjs).
    const name = `comfyui-${at.replace(/[:.]/g, '-')}.attention-doctor.zip`;
    const bundleId = options.newId();
    const to = file ?? path.join(paths.bundles, name);
    const bundle = await context.step('write', async () =>
      writeBundle(
        system,
        {
          version: options.version,
          at,
          diagnosis: { ...diagnosis, threats },
          verification:
            verification?.targetId === targetId ? verification : verificationOf(diagnosis),
          fix: fix?.plan.targetId === targetId ? fix : null,
          plan: plan?.targetId === targetId ? plan : null,
          history: await options.history.shown(target).catch(ifUnanswered(null)),
          snapshots: await listSnapshots(system, paths, target.environment.id, diagnosis.facts),
          log: await recentLog(),
        },
        bundleId,
        to,
        { language, without },
      ),
    );
    bundles.set(bundleId, to);
    return { result: { kind: 'bundle', bundle } };
  };

  async function recentLog(): Promise<string[]> {
    const end = { limit: recentBytes, onlyEnd: true };
    const text = (await system.files.readText(paths.log, end)) ?? '';
    return text.split('\n').slice(-5000);
  }
}
