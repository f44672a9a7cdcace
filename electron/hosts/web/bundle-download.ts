import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../../engine/engine.ts';
import { problemToTell } from '../../engine/redaction/door.ts';
import { securityHeaders } from '../assets.ts';
import { bundleName } from '../handlers.ts';
import { sendResult } from './web-response.ts';

/** Sends the zip of a bundle as a download. */
export async function sendBundle(
  response: ServerResponse,
  engine: Engine,
  bundleId: string,
): Promise<void> {
  try {
    const file = engine.bundlePath(bundleId);
    const { size } = await stat(file);
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': 'application/zip',
      'content-length': size,
      'content-disposition': disposition(bundleName(engine, bundleId, file)),
      'cache-control': 'no-store',
    });
    await pipeline(createReadStream(file), response);
  } catch (thrown) {
    // Once the zip has begun to flow there is no other way to say it than to break off.
    if (response.headersSent) response.destroy();
    else sendResult(response, 404, { ok: false, problem: problemToTell(thrown) });
  }
}

/** RFC 6266: the plain name for old browsers, the encoded one for the rest. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
