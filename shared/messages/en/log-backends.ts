/** Which attention a log shows at work, and whether it is the one that was asked for. */
export const logBackends = {
  'log.backend.picture': 'The last picture in this text was made with {last}.',
  'log.backend.picture.asked':
    'The last picture in this text was made with {last}, as the launch flags ask.',
  'log.backend.picture.other':
    'The last picture in this text was made with {last}, although the launch flags ask for {asked}.',
  'log.backend.node': 'The last picture in this text was made with {last}, which a node chose.',
  'log.backend.node.asked':
    'The last picture in this text was made with {last}, which a node chose and the launch flags ask for.',
  'log.backend.node.other':
    'The last picture in this text was made with {last}, which a node chose, although the launch flags ask for {asked}.',
  'log.backend.fallback':
    'The last picture in this text was made with {last}, at least in part, because {wanted} failed for it.',
  'log.backend.fallback.asked':
    'The last picture in this text was made with {last}, as the launch flags ask, because {wanted}, which a node chose, failed for it.',
  'log.backend.fallback.other':
    'The last picture in this text was made with {last}, at least in part, although the launch flags ask for {asked}: {wanted} failed for it.',
  'log.backend.start':
    'This start is set to {last}; that a picture was made with it is not in this text.',
  'log.backend.start.asked':
    'This start is set to {last}, as the launch flags ask; that a picture was made with it is not in this text.',
  'log.backend.start.other':
    'This start is set to {last}, although the launch flags ask for {asked}; that a picture was made with it is not in this text.',
} as const;
