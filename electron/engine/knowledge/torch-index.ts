/** PyTorch's own wheel index, to which a family (cu128) is appended; a mirror may replace it. */
const officialBase = 'https://download.pytorch.org/whl';

/** Its address, or that of the mirror that somebody set (`ATTENTION_DOCTOR_TORCH_INDEX`); without an end of its own. */
export function torchIndexBase(mirror: string | undefined): string {
  const base = mirror ?? '';
  return (base === '' ? officialBase : base).replace(/\/+$/, '');
}

/** The same as it may be shown: an address may carry a password. */
export function torchIndexShown(mirror: string | undefined): string {
  return withoutCredentials(torchIndexBase(mirror));
}

/** An index address in pip.ini may carry a password; a plan is shown and shared. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/\s@]+@/i, '$1');
}
