import * as z from 'zod';

// Schemas decide when they are made whether they may compile themselves with `new Function`, and
// trying it makes the content security policy log a violation. So this module comes first.
z.config({ jitless: true });
