// Shows the causes in which every word stands, wherever; all where nothing is looked for.
const field = document.getElementById('search');
const told = document.getElementById('found');
const articles = [...document.querySelectorAll('article')].map((article) => ({
  article,
  text: article.textContent.toLowerCase(),
}));

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { article, text } of articles) {
    article.hidden = !words.every((word) => text.includes(word));
    if (!article.hidden) count += 1;
  }
  for (const section of document.querySelectorAll('section'))
    section.hidden = section.querySelector('article:not([hidden])') === null;
  told.textContent = told.dataset.words.replace('{count}', count);
}

field.addEventListener('input', show);
field.form.addEventListener('submit', (event) => event.preventDefault());
show();
