/** @typedef {import('./causes.mjs').Guide} Guide */
/** @typedef {import('./causes.mjs').Cause} Cause */

/** The guide as one page that needs no server: everything to be read stands in it. @param {Guide} guide @param {string} other the page in the other language */
export function pageOf({ language, say, stages, causes }, other) {
  const groups = stages.map((stage) => {
    const own = causes.filter((each) => each.stage === stage);
    return `<section><h2>${escaped(say(`guide.stage.${stage}`))}</h2>${own.map((each) => articleOf(each, say)).join('\n')}</section>`;
  });
  const found = say('guide.found', { count: '{count}', all: causes.length });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<title>${escaped(say('guide.title'))}</title>
<link rel="stylesheet" href="guide.css">
<script src="search.js" defer></script>
</head>
<body>
<header>
<h1>${escaped(say('guide.title'))}</h1>
<p>${escaped(say('guide.lead'))}</p>
<p><a href="${other}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${escaped(say('guide.other-language'))}</a></p>
<form role="search">
<label for="search">${escaped(say('guide.search'))}</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<output id="found" for="search" data-words="${escaped(found)}"></output>
</form>
</header>
<main>
${groups.join('\n')}
</main>
</body>
</html>
`;
}

/** @param {Cause} cause @param {Guide['say']} say */
function articleOf(cause, say) {
  const { id, title, severity, explanation, cost, advice, goal, said, explains, links, sources } =
    cause;
  return `<article id="${id}">
<h3><a href="#${id}">${escaped(title)}</a></h3>
<p class="quiet">${escaped(severity)} · <code>${id}</code></p>
<p>${escaped(explanation)}</p>
${cost === null ? '' : `<p>${escaped(cost)}</p>`}
<h4>${escaped(say('guide.tell'))}</h4>
${
  said.length === 0
    ? `<p>${escaped(say('guide.tell.files'))}</p>`
    : listOf(
        said.map(
          (each) =>
            `<code>${escaped(each.text)}</code> <span class="quiet">${escaped(`${each.printedBy}, ${each.versions}`)}</span>`,
        ),
      )
}
<h4>${escaped(say('guide.do'))}</h4>
<p>${escaped(advice)}</p>
${goal === null ? '' : `<p>${escaped(say('guide.plan', { goal }))}</p>`}
${explains.length === 0 ? '' : `<h4>${escaped(say('guide.explains'))}</h4>${listOf(explains.map(escaped))}`}
${links.length === 0 ? '' : `<h4>${escaped(say('guide.pages'))}</h4>${listOf(links.map(({ name, url }) => `<a href="${escaped(url)}">${escaped(name)}</a>`))}`}
${sources.length === 0 ? '' : `<details><summary>${escaped(say('guide.sources'))}</summary>${listOf(sources.map(escaped))}</details>`}
</article>`;
}

/** @param {readonly string[]} items */
function listOf(items) {
  return `<ul>${items.map((each) => `<li>${each}</li>`).join('')}</ul>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
