import type { MessageKey } from '../../../shared/messages/index.ts';
import type { CommandName } from './commands.ts';

/** A command line as people would type it, after the program's name, and what it is for. */
type Example = { words: string; about: MessageKey };

/** What the help of each command shows; the words are parsed by a test. */
export const examples: Record<CommandName, readonly Example[]> = {
  find: [
    { words: 'find --verdicts', about: 'cli.example.find-verdicts' },
    { words: 'find --root /data/ai --only-roots --json', about: 'cli.example.find-root' },
  ],
  diagnose: [
    { words: 'diagnose ~/ComfyUI', about: 'cli.example.diagnose' },
    { words: 'diagnose --all --json', about: 'cli.example.diagnose-all' },
  ],
  log: [
    { words: 'log comfyui.log', about: 'cli.example.log' },
    { words: 'log - --json', about: 'cli.example.log-piped' },
  ],
  plan: [
    { words: 'plan ~/ComfyUI', about: 'cli.example.plan' },
    { words: 'plan ~/ComfyUI --goal sageattention', about: 'cli.example.plan-goal' },
  ],
  fix: [
    { words: 'fix ~/ComfyUI --yes', about: 'cli.example.fix' },
    { words: 'fix ~/ComfyUI --plan 0123456789ab --yes', about: 'cli.example.fix-plan' },
  ],
  trial: [{ words: 'trial ~/ComfyUI --goal upgrade-stack', about: 'cli.example.trial' }],
  verify: [
    { words: 'verify ~/ComfyUI --benchmark', about: 'cli.example.verify' },
    { words: 'verify ~/ComfyUI --workflow portrait.json', about: 'cli.example.verify-workflow' },
  ],
  snapshots: [{ words: 'snapshots ~/ComfyUI', about: 'cli.example.snapshots' }],
  rollback: [
    { words: 'rollback ~/ComfyUI --yes', about: 'cli.example.rollback' },
    { words: 'rollback ~/ComfyUI --forget --yes', about: 'cli.example.rollback-forget' },
  ],
  history: [{ words: 'history ~/ComfyUI --json', about: 'cli.example.history' }],
  watch: [{ words: 'watch ~/ComfyUI --interval 300', about: 'cli.example.watch' }],
  protect: [
    { words: 'protect ~/ComfyUI', about: 'cli.example.protect' },
    { words: 'protect ~/ComfyUI --off --yes', about: 'cli.example.protect-off' },
  ],
  diff: [{ words: 'diff ~/ComfyUI ~/ComfyUI-old', about: 'cli.example.diff' }],
  bundle: [
    { words: 'bundle ~/ComfyUI --output report.zip', about: 'cli.example.bundle' },
    { words: 'bundle --open report.zip', about: 'cli.example.bundle-open' },
  ],
  mirrors: [{ words: 'mirrors --try', about: 'cli.example.mirrors' }],
  knowledge: [{ words: 'knowledge --update', about: 'cli.example.knowledge' }],
  serve: [{ words: 'serve --port 8188 --no-open', about: 'cli.example.serve' }],
  completion: [{ words: 'completion bash', about: 'cli.example.completion' }],
};
