/** Steers Node, Electron or npm, which we are started by; means nothing good to what we start. */
const forUsAlone = /^(?:NODE_|ELECTRON_|npm_|CHROME_|ATTENTION_DOCTOR_)/i;
/** Keys of the user's to other things: none of them is asked for by what we start, but by pip. */
const secret =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_KEY(?:_ID)?|PRIVATE_KEY|SECRET_KEY|CREDENTIALS?)$/i;

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a program that we start: the user's own, because drivers, proxies and languages
 * stand there, but without what is for us and without keys; `changes` are laid over all of it.
 */
export function childEnvironment(
  own: Variables,
  changes: Variables = {},
  keepSecrets = false,
): Record<string, string> {
  const kept = Object.entries(own).filter(
    ([name]) => !forUsAlone.test(name) && (keepSecrets || !secret.test(name)),
  );
  const merged = { ...Object.fromEntries(kept), ...changes };
  return Object.fromEntries(
    Object.entries(merged).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
