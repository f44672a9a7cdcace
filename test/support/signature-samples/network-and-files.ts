import type { Samples } from './sample.ts';

/** A path longer than Windows allows. */
const longPath = `C:\\\\Users\\\\${'a'.repeat(250)}.py`;

/** Downloads that do not come through, and files that cannot be written. */
export const networkAndFileSamples = {
  DISK_FULL: {
    says: [
      'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
      'fatal: write error: No space left on device',
      'OSError: [WinError 112] 磁盘空间不足。',
      'There is not enough space on the disk. (os error 112)',
      'OSError: [Errno 122] Disk quota exceeded',
      'UserWarning: Not enough free disk space to download the file.',
    ],
    not: ['[Errno 281] {word}', 'There is not enough free memory'],
  },
  FILE_DENIED: {
    says: [
      "PermissionError: [WinError 5] Zugriff verweigert: '{path}'",
      'PermissionError: [WinError 32] 另一个程序正在使用此文件，进程无法访问。',
      "[Errno 13] Permission denied: '{path}'",
      '  Caused by: failed to remove file: Access is denied. (os error 5)',
      '  Caused by: Permission denied (os error 13)',
      'The process cannot access the file because it is being used by another process',
      "OSError: [Errno 30] Read-only file system: '{path}'",
      'error: unable to create file {word}: Permission denied',
    ],
    not: [
      "[Errno 13] error while attempting to bind on address ('0.0.0.0', 80): permission denied",
      '[WinError 53] {word}',
      'the GPU is being used by another process',
    ],
  },
  LONG_PATH: {
    says: [
      'HINT: This error might have occurred since this system does not have Windows Long Path support enabled.',
      'FileNotFoundError: [WinError 206] 文件名或扩展名太长。',
      'The filename or extension is too long. (os error 206)',
      'error: unable to create file {word}: Filename too long',
    ],
    not: ['OSError: [Errno 36] File name too long', 'The name is too long'],
  },
  LONG_PATH_BY_LENGTH: {
    says: [`FileNotFoundError: [Errno 2] No such file or directory: '${longPath}'`],
    not: [
      "FileNotFoundError: [Errno 2] No such file or directory: 'C:\\\\Users\\\\me\\\\{word}.py'",
    ],
  },
  NET_PIP: {
    says: [
      "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError'",
      "HTTPSConnectionPool(host='example.org', port=443): Max retries exceeded with url: /{word}",
      'Could not fetch URL https://example.org: There was a problem confirming the ssl certificate',
      'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
      "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
      'socket.gaierror: [Errno 11001] getaddrinfo failed',
      'socket.gaierror: [Errno -2] Name or service not known',
      'ConnectionResetError: [WinError 10054] 远程主机强迫关闭了一个现有的连接。',
      'error: connection-timeout',
      'HTTP error 503 while getting https://example.org',
      '  Caused by: error sending request for url (https://example.org)',
      '  Caused by: operation timed out',
      'Failed to download distribution due to network timeout. Try increasing UV_HTTP_TIMEOUT (current value: 30s).',
      '  Caused by: Request failed after 3 retries',
      '  Caused by: dns error: failed to lookup address information',
      'CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://example.org>',
      '  File "{path}\\pip\\_vendor\\urllib3\\response.py", line {n}, in _error_catcher',
    ],
    not: ['HTTP error 404 while getting it', 'the request was sent', '{word} timed out'],
  },
  NET_HASH: {
    says: [
      'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
      'Hash mismatch for `{word}==1.0`',
    ],
    not: ['Hash mismatch: model {word}', 'The hashes match'],
  },
  NET_GIT: {
    says: [
      "fatal: unable to access 'https://example.org/{word}.git/': Failed to connect to example.org port 443 after 21059 ms",
      'curl: (6) Could not resolve host: example.org',
      'error: RPC failed; curl 92 HTTP/2 stream 5 was not closed cleanly',
      'fatal: early EOF',
      'fatal: the remote end hung up unexpectedly',
      'fetch-pack: unexpected disconnect while reading sideband packet',
      'Recv failure: Connection was reset',
    ],
    not: [
      "fatal: unable to access 'https://example.org/{word}.git/': The requested URL returned error: 404",
      "unable to access '{path}'",
    ],
  },
  NET_MANAGER: {
    says: [
      'Cannot connect to host example.org:443 ssl:default [getaddrinfo failed]',
      '[ComfyUI-Manager] Due to a network error, switching to local mode.',
    ],
    not: ['Cannot connect to {word}', 'a network error'],
  },
  SHELL_OTHER_PYTHON: {
    says: [
      'D:\\ComfyUI_windows_portable\\python_embeded>pip install {word}',
      '(venv) D:\\ComfyUI> py -3.12 -m pip install {word}',
    ],
    not: [
      'D:\\ComfyUI_windows_portable\\python_embeded>python.exe -m pip install {word}',
      '(venv) D:\\ComfyUI> python -m pip install {word}',
    ],
  },
} satisfies Samples;
