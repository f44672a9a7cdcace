import { createLogReader } from '../../electron/engine/logs/read-log.ts';
import { makeLog } from './log-lines.ts';
import { compare } from './median.ts';

/**
 * Reading logs on one core, as a ratio to splitting the same bytes at their line ends, both
 * measured in this run; memory while 1 GB goes through; and a line of 50 MB.
 */
const megabyte = 1024 * 1024;
const chunkSize = 64 * 1024;
const rounds = 7;

const log = makeLog(64 * megabyte);
const size = log.length / megabyte;
const { baseline, own, ratio } = await compare(
  rounds,
  () => Promise.resolve(splitLines(log)),
  () => Promise.resolve(read(log)),
);
say(`a log of                      ${size.toFixed(0)} MB, ${read(log).lines} lines`);
say(`split at line ends            ${perSecond(size, baseline)}`);
say(`read                          ${perSecond(size, own)} on one core`);
say(
  `read, by processor time       ${perSecond(
    size,
    processorTimeOf(() => read(log)),
  )}`,
);
say(`ratio                         ${ratio.toFixed(2)}`);

const line = makeLongLine(50 * megabyte);
const lineTime = timeOf(() => {
  const { said } = read(line);
  if (said.length === 0) throw new Error('what stands at the end of the long line was not found');
});
say(`one line of 50 MB             ${lineTime.toFixed(0)} ms, ${perSecond(50, lineTime)}`);
say(`1 GB streamed, memory grew by ${streamedGrowth(1024).toFixed(0)} MB at most`);

function read(bytes: Buffer): ReturnType<ReturnType<typeof createLogReader>['end']> {
  const reader = createLogReader();
  for (let start = 0; start < bytes.length; start += chunkSize) {
    reader.push(bytes.subarray(start, start + chunkSize));
  }
  return reader.end();
}

function splitLines(bytes: Buffer): number {
  let lines = 0;
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = bytes.indexOf(0x0a, start);
    lines += bytes.subarray(start, end < 0 ? bytes.length : end).length > 0 ? 1 : 0;
  }
  return lines;
}

function streamedGrowth(megabytes: number): number {
  const piece = makeLog(megabyte);
  const before = process.memoryUsage.rss();
  let highest = before;
  const reader = createLogReader();
  for (let sent = 0; sent < megabytes * megabyte; sent += piece.length) {
    // Fresh memory each time, as from a file.
    reader.push(Buffer.from(piece));
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  reader.end();
  return (highest - before) / megabyte;
}

function makeLongLine(bytes: number): Buffer {
  const line = Buffer.alloc(bytes, '"cells": ["0.12345", "torch", "xformers"], ');
  line.write('USE_FLASH_ATTENTION was not enabled for build', bytes - 100);
  return line;
}

function timeOf(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** What other programs take of this machine does not count here. */
function processorTimeOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function perSecond(megabytes: number, milliseconds: number): string {
  return `${((megabytes / milliseconds) * 1000).toFixed(0)} MB/s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
