import { importBundled } from '../import-bundled.mjs';

const parts = `
export { causeRows, stageOf } from './electron/engine/knowledge/causes/index.ts';
export { stages } from './electron/engine/knowledge/causes/cause-row.ts';
export { signatures } from './electron/engine/knowledge/signatures.ts';
export { catalogues } from './shared/messages/catalogues.ts';
export { links } from './shared/links.ts';
// A message as it is printed; its tests hold the pattern of its row to it.
export { samples as samples } from './test/support/signature-samples/index.ts';`;

/**
 * @typedef {{ text: string, meaning: string, printedBy: string, versions: string, source: string }} Said
 * @typedef {{ id: string, stage: string, severity: string, title: string, explanation: string, cost: string | null, said: Said[], advice: string, goal: string | null, explains: string[], sources: string[], links: { name: string, url: string }[] }} Cause
 * @typedef {{ language: 'en' | 'zh-CN', say: (key: string, params?: Record<string, string | number>) => string, stages: string[], causes: Cause[] }} Guide
 */

/** All that the guide says, from the tables and sentences of the app. @param {'en' | 'zh-CN'} language @returns {Promise<Guide>} */
export async function guideIn(language) {
  const { causeRows, stageOf, stages, signatures, samples, catalogues, links } =
    await importBundled(parts, 'out/docs/tables.mjs');
  const catalogue = catalogues[language];
  /** @param {string} key @param {Record<string, string | number>} [params] */
  const say = (key, params = {}) =>
    // What a finding fills in with the versions of a machine stays open here.
    String(catalogue[key]).replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? '…'));
  /** @param {string} cause @param {string} part */
  const ofFinding = (cause, part) =>
    catalogue[`finding.${cause}.${part}`] ? say(`finding.${cause}.${part}`) : null;
  const causes = Object.entries(causeRows).map(([id, row]) => {
    const said = signatures.filter((/** @type {{ cause?: string }} */ each) => each.cause === id);
    const { goal, fixKind, fixDetail } = row.remedy;
    return {
      id,
      stage: stageOf(id),
      severity: say(`ui.severity.${row.severity}`),
      title: ofFinding(id, 'title') ?? id,
      explanation: ofFinding(id, 'explanation') ?? '',
      cost: ofFinding(id, 'cost'),
      said: said.map((/** @type {Record<string, any>} */ each) => ({
        ...{
          text: open(samples[each.id].says[0]),
          meaning: each.meaning,
          printedBy: each.printedBy,
        },
        ...{ versions: each.versions, source: each.source },
      })),
      advice: say(`advice.${fixKind === 'other' ? (fixDetail ?? 'other') : fixKind}`),
      goal,
      explains: (row.explains ?? []).map((/** @type {string} */ each) =>
        stages.includes(each) ? say(`guide.stage.${each}`) : (ofFinding(each, 'title') ?? each),
      ),
      sources: [...new Set(said.map((/** @type {{ source: string }} */ each) => each.source))],
      links: (row.links ?? []).map((/** @type {string} */ link) => ({
        name: say(`link.${link}`),
        url: links[link],
      })),
    };
  });
  return { language, say, stages: [...stages], causes };
}

/** What differs from machine to machine is left open. @param {string} text */
function open(text) {
  return text.replace(/\{\w+\}/g, '…').trim();
}
