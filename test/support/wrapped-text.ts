/** As a console of so many columns shows long lines, and gives them to the clipboard: torn apart. */
export function wrappedAt(columns: number, text: string): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [''])
    .join('\n');
}
