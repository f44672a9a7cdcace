import { message, type MessageRef } from './messages/index.ts';
import type { Plan } from './plan.ts';

/** What a plan does to files besides packages, a sentence each. */
export function fileChangesOf({ actions }: Pick<Plan, 'actions'>): MessageRef[] {
  return actions.flatMap((action): MessageRef[] => {
    switch (action.kind) {
      case 'edit-file': {
        const { path, add, remove } = action;
        return [
          ...(add.length > 0 ? [message('plan.edit-adds', { path, flags: add.join(' ') })] : []),
          ...(remove.length > 0
            ? [message('plan.edit-removes', { path, flags: remove.join(' ') })]
            : []),
        ];
      }
      case 'set-aside':
        return action.paths.map((path) => message('plan.set-aside', { path }));
      default:
        return [];
    }
  });
}
