import type { tables as english } from '../en/tables.ts';

/** Attention Doctor 对版本、消息和程序的了解，以及如何更新。 */
export const tables: Record<keyof typeof english, string> = {
  'tables.title': '知识库',
  'tables.of': '{date} 的知识表',
  'tables.from.shipped': '随本应用提供。',
  'tables.from.renewed': '已更新；随本应用提供的是 {date} 的版本。',
  'tables.counts':
    '{tables} 张表共 {rows} 行：{releases} 个版本、{messages} 条程序消息、{programs} 个程序。',
  'tables.address': '只有您同意时，才会到 {address} 查询新表。',
  'tables.no-address': '没有设置查询新表的地址。',
  'tables.renew': '查询新的知识表',
  'tables.renewing': '正在查询……',
  'tables.renewed': '已更新：从现在起使用 {date} 的知识表。',
  'tables.newest': '已经是最新的，没有任何改动。',
  'tables.note':
    '知识表记录哪些版本能搭配、各种消息是什么意思。文件带有签名；损坏的、更旧的或他人制作的文件会被拒绝。',
  'tables.forgotten': '重新使用随本应用提供的知识表。',
  'tables.address-set': '今后到 {address} 查询新的知识表。',
  'tables.address-none': '今后不再查询新的知识表。',
  'problem.tables-no-address': '没有设置查询新知识表的地址。',
  'problem.tables-no-address.hint':
    '请指定文件或地址：“attention-doctor knowledge --update --from FILE”，或用“knowledge --address ADDRESS”保存一个地址。',
  'problem.tables-address': '无法从 {address} 获取知识表。',
  'problem.tables-address.hint': '地址必须以 https:// 开头（或 http://127.0.0.1），并且不含密码。',
  'problem.tables-unreachable': '{host} 没有及时回应。',
  'problem.tables-unreachable.hint':
    '请检查网络，或用浏览器下载该文件，再用 --from FILE 指定。没有任何改动。',
  'problem.tables-refused': '{host} 没有提供知识表（状态 {status}）。',
  'problem.tables-refused.hint': '地址可能已经变更。没有任何改动。',
  'problem.tables-elsewhere': '{host} 让我们到别处获取知识表：{to}。',
  'problem.tables-elsewhere.hint':
    '应用不会跟随。如果您信任那里，请自己指定它的地址。没有任何改动。',
  'problem.tables-too-large': '收到的内容超过 {mib} MiB，知识表不会这么大。',
  'problem.tables-too-large.hint': '这是别的文件，或者文件已损坏。没有任何改动。',
  'problem.tables-damaged': '这不是完整的知识表文件：它被截断了，或者是别的东西。',
  'problem.tables-damaged.hint': '请重新获取。没有任何改动。',
  'problem.tables-unsigned':
    '知识表的签名不正确：它不是 Attention Doctor 的制作者发布的，或者被改动过。',
  'problem.tables-unsigned.hint': '请不要使用这个文件；请从您熟悉的地方重新获取。没有任何改动。',
  'problem.tables-older': '这些知识表（{date}）比现有的（{known}）更旧。',
  'problem.tables-older.hint':
    '没有任何改动。“attention-doctor knowledge --shipped”可恢复随应用提供的知识表。',
  'problem.tables-newer': '这些知识表（{date}）是为更新版本的 Attention Doctor 制作的。',
  'problem.tables-newer.hint': '请安装最新版本，它会带来这些表。没有任何改动。',
  'problem.tables-unfit': '这些知识表有签名，但不适合本版本。',
  'problem.tables-unfit.hint': '请附上下面的详情报告此问题。没有任何改动。',
  'problem.tables-set-aside':
    '更新过的知识表已无法使用，已放到一边；现在使用应用自带的知识表。{reasons}',
  'problem.tables-set-aside.hint': '您可以随时再次查询新的知识表。',
};
