import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the checkout with the terminal's own streams and answers its exit code.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions & { timeLimit?: number }} [options]
 * @returns {Promise<number>}
 */
export function runProgram(program, parameters, { timeLimit, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, stdio: 'inherit', ...options });
    const timer = timeLimit ? setTimeout(() => child.kill('SIGKILL'), timeLimit) : undefined;
    // The child gets Ctrl-C from the terminal itself; we stay to hand on its exit code.
    const stay = () => {};
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', stay);
    process.on('SIGTERM', passOn);
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', stay);
      process.off('SIGTERM', passOn);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * Runs a script with this Node.
 * @param {readonly string[]} parameters
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export function runNode(parameters, options) {
  return runProgram(process.execPath, parameters, options);
}
