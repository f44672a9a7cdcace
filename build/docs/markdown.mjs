/** @typedef {import('./causes.mjs').Guide} Guide */
/** @typedef {import('./causes.mjs').Cause} Cause */

/** The guide as Markdown. @param {Guide} guide */
export function markdownOf({ say, stages, causes }) {
  const parts = stages.flatMap((stage) => {
    const own = causes.filter((each) => each.stage === stage);
    return [`## ${say(`guide.stage.${stage}`)}`, ...own.map((each) => causeOf(each, say))];
  });
  const toc = causes.map(({ id, title }) => `- [${title}](#${id})`).join('\n');
  return `${[`# ${say('guide.title')}`, say('guide.lead'), toc, ...parts].join('\n\n')}\n`;
}

/** @param {Cause} cause @param {Guide['say']} say */
function causeOf(cause, say) {
  const { id, title, severity, explanation, cost, advice, goal, explains } = cause;
  return [
    `<a id="${id}"></a>`,
    `### ${title}`,
    `*${severity}* · \`${id}\``,
    explanation,
    ...(cost === null ? [] : [cost]),
    `**${say('guide.tell')}**`,
    ...tellOf(cause, say),
    `**${say('guide.do')}**`,
    advice,
    ...(goal === null ? [] : [say('guide.plan', { goal })]),
    ...(explains.length === 0 ? [] : [`**${say('guide.explains')}**`, listOf(explains)]),
    ...pagesOf(cause, say),
    ...(cause.sources.length === 0 ? [] : [`**${say('guide.sources')}**`, listOf(cause.sources)]),
  ].join('\n\n');
}

/** @param {Cause} cause @param {Guide['say']} say */
function tellOf({ said }, say) {
  if (said.length === 0) return [say('guide.tell.files')];
  return [
    said
      .map(
        ({ text, printedBy, versions }) =>
          `- \`${text.replaceAll('`', "'")}\` (${printedBy}, ${versions})`,
      )
      .join('\n'),
  ];
}

/** @param {Cause} cause @param {Guide['say']} say */
function pagesOf({ links }, say) {
  if (links.length === 0) return [];
  return [`**${say('guide.pages')}**`, listOf(links.map(({ name, url }) => `[${name}](${url})`))];
}

/** @param {readonly string[]} texts */
function listOf(texts) {
  return texts.map((each) => `- ${each}`).join('\n');
}
