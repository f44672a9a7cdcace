import type { GoalOfOwnWheel } from '../../shared/goal.ts';
import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';

export type WheelActions = {
  /** Asks for a wheel file, in the host's own dialog or in the folders, and plans with it. */
  chooseWheel: (targetId: string, goal: GoalOfOwnWheel) => Promise<void>;
  /** Leaves the folders without one. */
  leaveWheels: () => void;
};

/** A wheel file of the user's: only its id is ever known here. */
export function createWheelActions(
  store: AppStore,
  backend: Backend,
  plan: (targetId: string, goal: GoalOfOwnWheel, wheelId: string) => Promise<void>,
): WheelActions {
  return {
    async chooseWheel(targetId, goal) {
      const { loaded } = store.getState();
      if (loaded.phase !== 'ready') return;
      if (!loaded.state.app.canPickFolder) {
        store.setState({ wheelFor: { targetId, goal }, refusal: null });
        return;
      }
      const answer = await backend.call('pickWheel', {});
      if (!answer.ok) store.setState({ refusal: answer.problem });
      else if (answer.value.wheelId !== null) await plan(targetId, goal, answer.value.wheelId);
    },
    leaveWheels: () => store.setState({ wheelFor: null }),
  };
}
