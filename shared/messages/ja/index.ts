import type { MessageKey } from '../en.ts';

/** Japanese, as far as it goes: offered once nothing is missing. `npm run new -- language ja` */
export const words: Partial<Record<MessageKey, string>> = {
  'ui.app.name': 'Attention Doctor',
  'ui.step.install': 'インストール先',
  'ui.step.diagnosis': '診断',
  'ui.step.upgrade': '更新',
  'ui.step.triton': 'Triton',
  'ui.step.verification': '確認',
  'ui.step.report': 'レポート',
  'ui.next.fix-everything': 'すべて修復',
  'ui.running.cancel': 'キャンセル',
  'ui.history.title': '元に戻す履歴',
  'settings.title': '設定',
};
