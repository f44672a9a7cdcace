import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Method } from '../../../shared/contract.ts';

/** One named function per method: the page can never choose the channel. */
function invoke(method: Method): (params: unknown) => Promise<unknown> {
  return (params) => ipcRenderer.invoke(`attention-doctor:${method}`, params);
}

const bridge = {
  getState: invoke('getState'),
  start: invoke('start'),
  cancel: invoke('cancel'),
  listFolders: invoke('listFolders'),
  pickFolder: invoke('pickFolder'),
  pickWheel: invoke('pickWheel'),
  openLog: invoke('openLog'),
  addToLog: invoke('addToLog'),
  saveBundle: invoke('saveBundle'),
  mirrors: invoke('mirrors'),
  tables: invoke('tables'),
  renewTables: invoke('renewTables'),
  history: invoke('history'),
  savedStates: invoke('savedStates'),
  inUse: invoke('inUse'),
  choosePython: invoke('choosePython'),
  openLink: invoke('openLink'),
  saveSettings: invoke('saveSettings'),
  showBundle: invoke('showBundle'),
  updates: invoke('updates'),
  onEvent(listener: (event: unknown) => void): () => void {
    // The payload only: the raw event would hand the page a way to the sender.
    const receive = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on('attention-doctor:event', receive);
    return () => ipcRenderer.off('attention-doctor:event', receive);
  },
  /** What the menu or the command line asks of the page; what came before is told at once. */
  onCommand(listener: (command: unknown) => void): () => void {
    const receive = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on('attention-doctor:command', receive);
    void ipcRenderer.invoke('attention-doctor:listens');
    return () => ipcRenderer.off('attention-doctor:command', receive);
  },
  /** Only a real drop leads to a path: a File that the page makes up has none. */
  folderOfDrop(file: File): Promise<unknown> {
    // Electron before 32 had the path on the File itself.
    const old = 'path' in file && typeof file.path === 'string' ? file.path : null;
    const location = old ?? webUtils.getPathForFile(file);
    return ipcRenderer.invoke('attention-doctor:folder-of-drop', location);
  },
} satisfies Record<Method | 'onEvent' | 'onCommand' | 'folderOfDrop', unknown>;

contextBridge.exposeInMainWorld('attentionDoctor', bridge);
