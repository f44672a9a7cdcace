import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

/** What the app puts before the content where it checks (engine/renewal/signed-file.ts). */
const signedAs = 'attention-doctor-tables\n';

/**
 * The file that the app takes in the place of its own tables.
 * @param {{ schema: number, date: string, tables: Record<string, unknown> }} content
 * @param {string} privateKey Ed25519, PKCS 8 as PEM
 */
export function signTables(content, privateKey) {
  const text = JSON.stringify(content);
  const signature = sign(null, Buffer.from(signedAs + text, 'utf8'), createPrivateKey(privateKey));
  const envelope = {
    format: signedAs.trim(),
    signature: signature.toString('base64'),
    content: text,
  };
  return `${JSON.stringify(envelope)}\n`;
}

/** A new pair: the private part as PEM, the public one as signing-keys.json has it. */
export function newKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}
