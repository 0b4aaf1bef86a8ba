import { z } from 'zod';

// The content security policy forbids making code out of text, which zod tries when a schema is
// made. Imported before everything else, since the schemas are made when they are imported.
z.config({ jitless: true });
