import { z } from 'zod';

// The content security policy forbids compiling text to code, so the schemas are walked instead. Must run before the first schema is made.
z.config({ jitless: true });
