// The entry of an app packed around a runtime older than the pinned Electron (the tests do that):
// adds the few functions of Node 20 that execa needs, then starts the app. Never in a release.
const events = require('node:events');
const stream = require('node:stream');

Symbol.dispose ??= Symbol('Symbol.dispose');
Symbol.asyncDispose ??= Symbol('Symbol.asyncDispose');
stream.getDefaultHighWaterMark ??= (objectMode) => (objectMode ? 16 : 16 * 1024);
events.addAbortListener ??= (signal, listener) => {
  if (signal.aborted) queueMicrotask(() => listener());
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
};

require('./main.cjs');
