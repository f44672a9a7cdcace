import { assertNever } from '../../shared/assert-never.ts';
import type { HostCommand } from '../../shared/host-command.ts';
import type { Backend } from '../backend/backend.ts';
import type { Actions } from './actions.ts';
import type { AppStore } from './app-store.ts';
import { searchEnded } from './searching.ts';

/** Does what the menu of the window asks, or what the app was started with. */
export function followHost(store: AppStore, backend: Backend, actions: Actions): void {
  backend.onCommand?.((command) => void obey(command));

  async function obey(command: HostCommand): Promise<void> {
    switch (command.kind) {
      case 'page':
        return actions.goTo(command.page);
      case 'palette':
        return actions.setPaletteOpen(true);
      case 'add-folder':
        return actions.pickFolder();
      case 'folder':
        await searchEnded(store);
        return actions.find(command.folderId);
      case 'log':
        await searchEnded(store);
        return actions.readGiven(command.logId, command.name);
      case 'refused':
        store.setState({ refusal: command.problem });
        return;
      default:
        return assertNever(command);
    }
  }
}
