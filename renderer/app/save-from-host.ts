/** Lets the browser download a file from our own host. */
export function saveFromHost(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
