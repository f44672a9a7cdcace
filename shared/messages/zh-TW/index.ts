import type { MessageKey } from '../en.ts';

/** Traditional Chinese, as far as it goes: offered once nothing is missing. `npm run new -- language zh-TW` */
export const words: Partial<Record<MessageKey, string>> = {
  'ui.app.name': '注意力醫生',
  'ui.step.install': '安裝位置',
  'ui.step.diagnosis': '診斷',
  'ui.step.upgrade': '升級',
  'ui.step.triton': 'Triton',
  'ui.step.verification': '驗證',
  'ui.step.report': '報告',
  'ui.next.fix-everything': '全部修復',
  'ui.running.cancel': '取消',
  'ui.history.title': '復原記錄',
  'settings.title': '設定',
};
