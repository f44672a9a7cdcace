import type { logBackends as english } from '../en/log-backends.ts';

export const logBackends: Record<keyof typeof english, string> = {
  'log.backend.picture': '这段文字里的最后一张图用的是“{last}”。',
  'log.backend.picture.asked': '这段文字里的最后一张图用的是“{last}”，与启动参数的要求一致。',
  'log.backend.picture.other':
    '这段文字里的最后一张图用的是“{last}”，而启动参数要求的是“{asked}”。',
  'log.backend.node': '这段文字里的最后一张图用的是“{last}”，由某个节点选定。',
  'log.backend.node.asked':
    '这段文字里的最后一张图用的是“{last}”，由某个节点选定，也与启动参数的要求一致。',
  'log.backend.node.other':
    '这段文字里的最后一张图用的是“{last}”，由某个节点选定，而启动参数要求的是“{asked}”。',
  'log.backend.fallback':
    '这段文字里的最后一张图至少有一部分用的是“{last}”，因为“{wanted}”在这张图上出错了。',
  'log.backend.fallback.asked':
    '这段文字里的最后一张图用的是“{last}”，与启动参数的要求一致：节点选定的“{wanted}”在这张图上出错了。',
  'log.backend.fallback.other':
    '这段文字里的最后一张图至少有一部分用的是“{last}”，而启动参数要求的是“{asked}”：“{wanted}”在这张图上出错了。',
  'log.backend.start': '这次启动选用的是“{last}”；是否用它出过图，这段文字里看不出来。',
  'log.backend.start.asked':
    '这次启动选用的是“{last}”，与启动参数的要求一致；是否用它出过图，这段文字里看不出来。',
  'log.backend.start.other':
    '这次启动选用的是“{last}”，而启动参数要求的是“{asked}”；是否用它出过图，这段文字里看不出来。',
};
