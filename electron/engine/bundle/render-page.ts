import type { Language } from '../../../shared/contract.ts';
import type { Evidence, Finding } from '../../../shared/finding.ts';
import { links } from '../../../shared/links.ts';
import {
  message,
  problemSentence,
  translate,
  type MessageKey,
  type MessageRef,
} from '../../../shared/messages/index.ts';
import type { Step } from '../../../shared/prescription.ts';
import { editSentences } from '../../../shared/prescription-sentences.ts';
import { proofOf } from '../../../shared/proof.ts';
import type { FixResult } from '../../../shared/report.ts';
import type { Verification } from '../../../shared/verification.ts';
import { factRows } from './fact-rows.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import type { ReportContent } from './render-report.ts';

/**
 * report.html: the findings as the user saw them, in the user's language. It can be read alone: no
 * script, nothing from the network, and what stands in it from outside is text. Pure.
 */
export function renderPage(content: ReportContent, language: Language): string {
  const { diagnosis, verification, fix } = content;
  const words = wordsOf(language);
  const { say, tell } = words;
  const headline = tell(diagnosis.headline);
  const broken = diagnosis.problem ? problemSentence(language, diagnosis.problem) : null;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${headline}</title>
        <style>
          ${new Markup(pageStyle)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <p class="word ${diagnosis.verdict}">${say(`ui.verdict.${diagnosis.verdict}`)}</p>
            <h1>${headline}</h1>
            ${diagnosis.reason ? html`<p class="lead">${tell(diagnosis.reason)}</p>` : ''}
            ${broken === null ? '' : html`<p class="lead">${broken}</p>`}
          </header>
          <section>
            <h2>${say('report.environment')}</h2>
            <dl>
              ${factRows(diagnosis).map(
                ([key, value]) =>
                  html`<div>
                    <dt>${say(key)}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>
          </section>
          <section>
            <h2>${say('report.findings')}</h2>
            ${diagnosis.findings.map((each) => findingPart(words, each))}
          </section>
          ${verification ? ladderPart(words, verification) : ''}
          ${fix ? repairPart(words, fix) : ''}
          <footer><p>${say('report.made-by')} ${content.version}, ${content.at}</p></footer>
        </main>
      </body>
    </html> `.text;
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf(language: Language) {
  return {
    language,
    say: (key: MessageKey): string => translate(language, message(key)),
    tell: (ref: MessageRef): string => translate(language, ref),
  };
}

function findingPart(words: Words, finding: Finding): Markup {
  const { say, tell } = words;
  const { severity, confidence, prescription } = finding;
  return html`<article class="${severity}">
    <h3>${tell(finding.title)}</h3>
    <p class="quiet">
      ${say(`ui.severity.${severity}`)} · ${say(`ui.confidence.${confidence}`)} ·
      <code>${finding.cause}</code>
    </p>
    <p>${tell(finding.explanation)}</p>
    ${
      finding.evidence.length === 0
        ? ''
        : html`<ul>
            ${finding.evidence.map((each) => evidencePart(words, each))}
          </ul>`
    }
    ${
      prescription && severity !== 'ok'
        ? html`<h4>${say('prescription.label.steps')}</h4>
            <ol>
              ${prescription.steps.map((step) => html`<li>${stepPart(words, step)}</li>`)}
            </ol>
            <p class="quiet">${labelled(words, 'prescription.label.proof', prescription.proof)}</p>`
        : html`<p>${tell(finding.advice)}</p>`
    }
  </article>`;
}

function labelled({ language, tell }: Words, key: 'prescription.label.proof', ref: MessageRef) {
  return translate(language, message(key, { text: tell(ref) }));
}

function evidencePart({ tell }: Words, { statement, source, said }: Evidence): Markup {
  return html`<li>
    ${tell(statement)}${source === undefined ? '' : html` <code>${source}</code>`}${
      said ? html`<pre>${said.text}</pre>` : ''
    }
  </li>`;
}

function stepPart({ language, tell }: Words, { text, command, edit, link }: Step): Markup {
  const edits = edit ? editSentences(language, edit) : [];
  return html`${tell(text)} ${command ? html`<pre>${command.text}</pre>` : ''}
  ${edits.map((each) => html`<br />${each}`)}
  ${link === undefined ? '' : html`<br /><a href="${links[link]}" rel="noreferrer">${links[link]}</a>`}`;
}

function ladderPart({ say, tell }: Words, verification: Verification): Markup {
  const rows = verification.rungs.map(
    ({ id, outcome, evidence }) =>
      html`<li class="${outcome}">
        <strong>${say(`rung.${id}.title`)}</strong> <span>${say(`ui.rung-outcome.${outcome}`)}</span
        ><br />${tell(evidence)}
      </li>`,
  );
  const kernels = verification.backends.flatMap(({ id, version, kernel }) =>
    kernel === null ? [] : [html`<li>${id} ${version ?? ''} <code>${kernel}</code></li>`],
  );
  return html`<section>
    <h2>${say('report.ladder')}</h2>
    <p>${say(`proof.${proofOf(verification)}`)}</p>
    <ol class="ladder">
      ${rows}
    </ol>
    ${
      kernels.length === 0
        ? ''
        : html`<ul>
            ${kernels}
          </ul>`
    }
  </section>`;
}

function repairPart({ language, say }: Words, { outcome, plan, problem }: FixResult): Markup {
  const rows = plan.changes.map(
    ({ name, from, to }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${from ?? '-'}</td>
        <td>→ ${to ?? '-'}</td>
      </tr>`,
  );
  return html`<section>
    <h2>${say('report.repair')}</h2>
    <p><code>${outcome}</code>${problem ? html` ${problemSentence(language, problem)}` : ''}</p>
    <table>
      ${rows}
    </table>
  </section>`;
}
