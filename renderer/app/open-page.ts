/** Opens an address in a tab of its own that knows nothing of ours. Only https leads out of here. */
export function openPage(url: string): void {
  if (new URL(url).protocol !== 'https:') return;
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  document.body.append(link);
  link.click();
  link.remove();
}
