import { setFlagsFromString } from 'node:v8';

// Imported before everything else. A repair beside ComfyUI has to leave the memory to models, and
// V8 takes what a machine has: its young objects alone grow to 48 MiB, and old ones to twice what
// is needed. Nothing of ours is slower by it (`npm run bench -- memory`). A V8 that does not know
// a word passes over it.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
