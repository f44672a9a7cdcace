import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { SaidRule } from './said-rule.ts';

/** Servers of models and of node lists: without them nothing is missing that attention needs. */
export const otherServers =
  /huggingface|hf-mirror|civitai|modelscope|githubusercontent|comfyregistry|api\.comfy/i;
/** Where packages come from: what another server refuses is none of theirs. */
const packageServers =
  /\/simple\/|\/whl\b|\.whl\b|pypi|pythonhosted|pytorch\.org|anaconda|conda-forge|tuna\.|aliyun|ustc\.edu/i;

/** A refusal by a server of packages; every other line is judged by its own words. */
export function isOfPackages(line: Said): boolean {
  return line.signature !== 'NET_STATUS' || packageServers.test(line.text);
}

/** The server is there, and has no such file: no trouble of the network. */
export function isNotFound({ values }: Said): boolean {
  const status = values['status'] ?? values['code'] ?? values['answer'];
  return status === '404' || status === '410';
}

/** Only pip asks for these. */
const ofPip = /\/simple\/|Could not fetch URL|Could not install packages/;
const networkRows: readonly SignatureId[] = ['NET_PIP', 'NET_HASH', 'NET_GIT', 'NET_STATUS'];

/** A download of packages that did not come through. */
export const network: SaidRule = {
  reads: networkRows,
  find(heard) {
    const lines = heard
      .all(...networkRows)
      .filter(
        (line) =>
          !otherServers.test(line.text) &&
          !isNotFound(line) &&
          isOfPackages(line) &&
          (ofPip.test(line.text) || heard.near(line, 2, 'NET_MANAGER') === null) &&
          heard.near(line, 8, 'FRAME_ASYNCIO') === null,
      );
    const hash = lines.find((line) => line.signature === 'NET_HASH');
    if (hash && heard.has('PIP_CACHED')) {
      // Not the way here but what lies in pip's cache is damaged.
      return [findingOf('install_corrupted', { evidence: [saidEvidence(hash)] })];
    }
    return lines.length > 0
      ? [findingOf('network_failure', { evidence: lines.slice(0, 3).map(saidEvidence) })]
      : [];
  },
};
